import type { Surroundings } from './context.ts';
import { filesOf, isWritable, type Mount, mountsOver, staysEmpty } from './mounts.ts';
import { type Answers, done, type Process, type Server } from './process.ts';
import { securityOf, userOf } from './security.ts';
import { certainlyRoot } from './trust.ts';

/** Flags with which nginx prints something and leaves. */
const prints = new Set(['-v', '-V', '-t', '-T', '-h', '-?', '-q']);

/**
 * What `nginx` does with its arguments, the files mounted over its configuration and the rights it is given.
 * @param args what follows the program name
 * @see https://nginx.org/en/docs/switches.html and https://hub.docker.com/_/nginx
 */
export function runNginx(args: readonly string[], around: Surroundings): Process {
  if (args.some((arg) => prints.has(arg))) return done();
  const directives = directivesOf(args);
  if (directives === undefined) return { does: 'exits', code: 1, cause: { because: 'usage', program: 'nginx' } };
  const configuration = args.includes('-c') ? undefined : configurationOf(around);
  if (configuration === 'empty') {
    return { does: 'exits', code: 1, cause: { because: 'no-configuration', path: '/etc/nginx/nginx.conf' } };
  }
  const refused = mountsOver(around, '/etc/nginx/nginx.conf').length > 0 ? undefined : cannotStart(around);
  if (refused) return refused;
  const server: Server =
    configuration === 'default'
      ? { listens: around.image.listens, product: 'nginx', exact: true, ...content(around) }
      : { listens: configuration?.listens ?? 'any', product: 'nginx', exact: true };
  const foreground = /\bdaemon\s+off\s*;/.test(
    `${directives}\n${typeof configuration === 'object' ? configuration.text : ''}`,
  );
  if (foreground || configuration === undefined) return { does: 'serves', ...server };
  return { does: 'exits', code: 0, cause: { because: 'daemonised', program: 'nginx' }, leaves: server };
}

/** The text of every `-g`; undefined when nginx refuses its command line. */
function directivesOf(args: readonly string[]): string | undefined {
  let directives = '';
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (/^-[gcpes]$/.test(arg)) {
      const value = args[++at];
      if (value === undefined || arg === '-s') return undefined;
      if (arg === '-g') directives += `${value}\n`;
    } else if (/^-g./.test(arg)) directives += `${arg.slice(2)}\n`;
    else if (!/^-[cpe]./.test(arg)) return undefined;
  }
  return /[^;\s]\s*$/.test(directives) ? undefined : directives;
}

interface Configuration {
  readonly listens: readonly number[] | 'any';
  readonly text: string;
}

/** `default` when nothing replaces the image's own files; undefined when nobody can know what they say. */
function configurationOf(around: Surroundings): Configuration | 'default' | 'empty' | undefined {
  const mounts = mountsOver(around, '/etc/nginx').filter(
    ({ path }) => !/mime\.types$|\/certs?$|\/ssl|\.htpasswd/.test(path),
  );
  if (mounts.length === 0) return 'default';
  if (mounts.some((mount) => mount.path === '/etc/nginx' && staysEmpty(mount, around))) return 'empty';
  const texts = mounts.map((mount) => configurationText(mount, around));
  if (texts.includes(undefined)) return undefined;
  const text = texts.join('\n');
  if (/\binclude\s/.test(text) && !/\blisten\s/.test(text)) return undefined;
  return { listens: listenPorts(text), text };
}

function configurationText(mount: Mount, around: Surroundings): string | undefined {
  if (staysEmpty(mount, around)) return '';
  const files = filesOf(mount, around);
  return files && Object.values(files).join('\n');
}

/** The ports of every `server`: its `listen` directives, or 80 where a server has none. */
function listenPorts(text: string): readonly number[] | 'any' {
  const code = text.replace(/#[^\n]*/g, '');
  const ports = [...code.matchAll(/\blisten\s+(?:[^;\s]*:)?(\d+)\b[^;]*;/g)].map(([, port]) => Number(port));
  if (ports.length > 0) return [...new Set(ports)];
  if (/\blisten\s/.test(code)) return 'any';
  return /\bserver\s*\{/.test(code) ? [80] : [];
}

const root = '/usr/share/nginx/html';
const ownPages: Answers = { paths: { '/': 200, '/index.html': 200, '/50x.html': 200 }, otherwise: 404 };

/** Which pages there are, where it is known: the image's own, or what a ConfigMap puts in their place. */
function content(around: Surroundings): { readonly answers?: Answers } {
  if (around.image.certainty !== 'known' || around.container.lifecycle?.postStart) return {};
  const mounts = mountsOver(around, root);
  const [mount] = mounts;
  if (!mount) return { answers: ownPages };
  if (mounts.length > 1 || mount.path !== root) return {};
  if (staysEmpty(mount, around)) return { answers: { paths: { '/': 403 }, otherwise: 404 } };
  const files = filesOf(mount, around);
  if (!files) return {};
  const pages = Object.keys(files).map((name) => [`/${name}`, 200]);
  return {
    answers: { paths: { '/': 'index.html' in files ? 200 : 403, ...Object.fromEntries(pages) }, otherwise: 404 },
  };
}

/**
 * The official image prepares its cache and changes to the user `nginx`, for which it needs root, its default
 * capabilities and a place to write. Images made to run without root do none of this.
 */
function cannotStart(around: Surroundings): Process | undefined {
  if (!certainlyRoot(around.image)) return undefined;
  const security = securityOf(around);
  const cache = isWritable(around, ['/var/cache/nginx']);
  const run = isWritable(around, ['/var/run', '/run']);
  if (userOf(around) !== 0)
    return cache && run
      ? undefined
      : exits({ because: 'permission', path: cache ? '/run/nginx.pid' : '/var/cache/nginx' });
  if (security.readOnlyRoot && !(cache && run)) {
    return exits({ because: 'read-only', path: cache ? '/run/nginx.pid' : '/var/cache/nginx' });
  }
  const missing = ['CHOWN', 'SETGID', 'SETUID'].filter((capability) => !security.has(capability));
  return missing.length > 0 ? exits({ because: 'capability', capabilities: missing }) : undefined;
}

function exits(cause: Extract<Process, { does: 'exits' }>['cause']): Process {
  return { does: 'exits', code: 1, cause };
}
