import { find, incompleteUnder, under } from '../../files/files.ts';
import { resolvePath } from '../../files/paths.ts';
import type { Answers, Listening, Machine } from '../../machine.ts';
import { type Directive, named } from './directives.ts';

/** Where servers listen: their `listen` directives, or 80 where one has none. */
export function listensOf(servers: readonly Directive[]): readonly Listening[] | 'any' {
  const found = servers.flatMap(({ block }) => {
    const written = named(block, 'listen');
    return written.length === 0
      ? [{ address: 'any', port: 80 } as const]
      : written.map(({ args }) => addressOf(args[0] ?? ''));
  });
  if (found.includes('any')) return 'any';
  const sockets = found.filter((one): one is Listening => typeof one === 'object');
  return sockets.filter(
    ({ port, address }, at) => sockets.findIndex((other) => other.port === port && other.address === address) === at,
  );
}

/** `any` where a variable decides; undefined for a socket in the file system. */
function addressOf(address: string): Listening | 'any' | undefined {
  if (address.includes('$')) return 'any';
  if (address.startsWith('unix:')) return undefined;
  const port = Number(/(?:^|:)(\d+)$/.exec(address)?.[1] ?? 80);
  return { address: /^(?:localhost(?::|$)|127\.|\[::1\])/.test(address) ? 'loopback' : 'any', port };
}

/** Directives after which only nginx could tell what is answered. */
const anything =
  /_pass$|^(?:rewrite|try_files|if|alias|auth_|error_page|include|perl|js_content|empty_gif|stub_status|autoindex|limit_)/;

/**
 * What a server answers by path, where its directives say so: `return`, `deny all`, or the files under a root.
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function answersOf({ block = [] }: Directive, machine: Machine): Answers | undefined {
  const always = returned(block);
  if (always !== undefined) return { paths: new Map(), otherwise: always };
  if (block.some(({ name }) => anything.test(name)) || hasOwnIndex(block)) return undefined;
  const locations = named(block, 'location');
  if (locations.some(({ args }) => (args[0] ?? '').startsWith('~'))) return undefined;
  const root = named(block, 'root')[0];
  if (locations.length === 0) return filesUnder(root?.args[0] ?? 'html', machine);
  const statuses = locations.map((location) => ({
    path: location.args.at(-1) ?? '',
    exact: location.args[0] === '=',
    status: statusIn(location.block ?? [], root, machine),
  }));
  const known = statuses.flatMap(({ status, ...where }) => (status === undefined ? [] : [{ ...where, status }]));
  const rest = statuses.find(({ path, exact }) => path === '/' && !exact);
  const alone = statuses.every((one) => one === rest || one.exact);
  const restBlock = locations.find(({ args }) => args.length === 1 && args[0] === '/')?.block ?? [];
  const whole = rest && alone ? returned(restBlock) : undefined;
  const pages = rest && alone && whole === undefined ? pagesIn(restBlock, root, machine) : undefined;
  const paths = known
    .toSorted((a, b) => Number(a.exact) - Number(b.exact))
    .map(({ path, status }) => [path, status] as const);
  return { paths: new Map([...(pages?.paths ?? []), ...paths]), otherwise: whole ?? pages?.otherwise ?? 200 };
}

/** The status of the page at the path of a location; undefined where only nginx could tell. */
function statusIn(block: readonly Directive[], root: Directive | undefined, machine: Machine): number | undefined {
  const always = returned(block);
  if (always !== undefined) return always;
  if (named(block, 'deny').some(({ args }) => args[0] === 'all') && named(block, 'allow').length === 0) return 403;
  return pagesIn(block, root, machine)?.paths.get('/');
}

function pagesIn(block: readonly Directive[], root: Directive | undefined, machine: Machine): Answers | undefined {
  if (block.some(({ name, block: inner }) => anything.test(name) || inner) || hasOwnIndex(block)) return undefined;
  const directory = (named(block, 'root')[0] ?? root)?.args[0];
  return directory === undefined ? undefined : filesUnder(directory, machine);
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

/** The pages under a root: a file is found, a directory without a welcome page is forbidden, anything else is not found. */
function filesUnder(written: string, machine: Machine): Answers | undefined {
  if (written.includes('$')) return undefined;
  const root = resolvePath('/etc/nginx', written);
  const found = find(machine.files, root);
  if (found.state === 'absent') return { paths: new Map([['/', 404]]), otherwise: 404 };
  if (found.state === 'unknown' || incompleteUnder(machine.files, found.path)) return undefined;
  const paths = new Map([['/', 403]]);
  for (const [path, { kind }] of under(machine.files, found.path)) {
    const name = path.slice(found.path.length);
    if (kind === 'directory') paths.set(`${name}/`, paths.get(`${name}/`) ?? 403);
    else paths.set(name, 200);
    if (name.endsWith('/index.html')) paths.set(name.slice(0, -'index.html'.length), 200);
  }
  return { paths, otherwise: 404 };
}
