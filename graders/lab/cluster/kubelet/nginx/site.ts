import { runsImageDefault } from '../argv.ts';
import type { Surroundings } from '../context.ts';
import { filesOf, mountsOver, staysEmpty } from '../mounts.ts';
import type { Answers } from '../process.ts';
import { type Directive, named } from './directives.ts';

/** The ports of servers: their `listen` directives, or 80 where one has none. Loopback addresses are out of reach. */
export function listenPorts(servers: readonly Directive[]): readonly number[] | 'any' {
  const ports = servers.flatMap(({ block }) => {
    const written = named(block, 'listen');
    return written.length === 0 ? [80] : written.flatMap(({ args }) => portOf(args[0] ?? ''));
  });
  return ports.includes('any') ? 'any' : [...new Set(ports.filter((port) => port !== 'any'))];
}

function portOf(address: string): readonly (number | 'any')[] {
  if (address.includes('$')) return ['any'];
  if (/^(?:unix:|localhost(?::|$)|127\.|\[::1\])/.test(address)) return [];
  const port = /(?:^|:)(\d+)$/.exec(address)?.[1];
  return [port === undefined ? 80 : Number(port)];
}

/** Directives after which only nginx could tell what is answered. */
const anything =
  /_pass$|^(?:rewrite|try_files|if|alias|auth_|error_page|include|perl|js_content|empty_gif|stub_status|autoindex|limit_)/;

/**
 * What a server answers by path, where its directives say so: `return`, `deny all`, or a root without pages.
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function answersOf({ block = [] }: Directive, around: Surroundings): Answers | undefined {
  const always = returned(block);
  if (always !== undefined) return { paths: {}, otherwise: always };
  if (block.some(({ name }) => anything.test(name)) || hasOwnIndex(block)) return undefined;
  const locations = named(block, 'location');
  if (locations.some(({ args }) => (args[0] ?? '').startsWith('~'))) return undefined;
  const root = named(block, 'root')[0];
  const statuses = locations.map((location) => ({
    path: location.args.at(-1) ?? '',
    exact: location.args[0] === '=',
    status: statusIn(location.block ?? [], root, around),
  }));
  const known = statuses.flatMap(({ status, ...where }) => (status === undefined ? [] : [{ ...where, status }]));
  const rest = statuses.find(({ path, exact }) => path === '/' && !exact);
  const alone = statuses.every((one) => one === rest || one.exact);
  const whole = rest && alone && returned(locations.find(({ args }) => args.at(-1) === '/')?.block ?? []);
  const paths = Object.fromEntries(
    known.sort((a, b) => Number(a.exact) - Number(b.exact)).map(({ path, status }) => [path, status]),
  );
  return { paths, otherwise: whole || 200 };
}

/** The status of the page at the path of a location; undefined where only nginx could tell. */
function statusIn(block: readonly Directive[], root: Directive | undefined, around: Surroundings): number | undefined {
  const always = returned(block);
  if (always !== undefined) return always;
  if (named(block, 'deny').some(({ args }) => args[0] === 'all') && named(block, 'allow').length === 0) return 403;
  if (block.some(({ name, block: inner }) => anything.test(name) || inner) || hasOwnIndex(block)) return undefined;
  const directory = (named(block, 'root')[0] ?? root)?.args[0];
  return directory === undefined ? undefined : pageStatus(directory.replace(/\/+$/, ''), around);
}

/** Whether the welcome page is some other file than `index.html`. */
function hasOwnIndex(block: readonly Directive[]): boolean {
  return named(block, 'index').some(({ args }) => !args.includes('index.html'));
}

/** The status that `return` gives; without a code it redirects. */
function returned(block: readonly Directive[]): number | undefined {
  const [first] = named(block, 'return');
  if (!first) return undefined;
  const code = Number(first.args[0]);
  return Number.isInteger(code) ? code : 302;
}

const ownRoot = '/usr/share/nginx/html';

/** Whether a root has a welcome page: the image's own has, and a directory that is not in the image has none. */
function pageStatus(directory: string, around: Surroundings): number | undefined {
  const mounts = mountsOver(around, directory);
  const [mount] = mounts;
  const isPlain = runsImageDefault(around.container) && !around.container.lifecycle?.postStart;
  const isOfficial = around.image.certainty === 'known' && /\/nginx(?:-unprivileged)?$/.test(around.image.repository);
  if (!isPlain || !isOfficial || directory.includes('$')) return undefined;
  if (!mount) return directory === ownRoot ? 200 : 404;
  if (mounts.length > 1 || mount.path !== directory) return undefined;
  if (staysEmpty(mount, around)) return 403;
  const files = filesOf(mount, around);
  return files && ('index.html' in files ? 200 : undefined);
}
