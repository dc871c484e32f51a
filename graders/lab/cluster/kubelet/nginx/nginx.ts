import type { Surroundings } from '../context.ts';
import { filesOf, isWritable, mountsOver, staysEmpty, writtenAt } from '../mounts.ts';
import { type Answers, done, type Process, type Server } from '../process.ts';
import { securityOf, userOf } from '../security.ts';
import { certainlyRoot } from '../trust.ts';
import { type Configuration, configurationOf } from './configuration.ts';
import type { Directive } from './directives.ts';
import { answersOf, listenPorts } from './site.ts';

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
  const configuration: Configuration = args.includes('-c') ? { is: 'unknown' } : configurationOf(around);
  const refused = refusalOf(configuration, around) ?? (replacesMain(around) ? undefined : cannotStart(around));
  if (refused) return refused;
  const server = serverOf(configuration, around);
  const asked = /\bdaemon\s+off\s*;/.test(directives);
  const written = configuration.is === 'written' && configuration.main.some(isForeground);
  if (asked && written) return exits({ because: 'configuration-refused', path: mainFile, near: 'daemon' });
  if (asked || written || configuration.is === 'unknown') return { does: 'serves', ...server };
  return { does: 'exits', code: 0, cause: { because: 'daemonised', program: 'nginx' }, leaves: server };
}

const mainFile = '/etc/nginx/nginx.conf';
const replacesMain = (around: Surroundings): boolean => mountsOver(around, mainFile).length > 0;
const isForeground = ({ name, args }: Directive): boolean => name === 'daemon' && args[0] === 'off';

function refusalOf(configuration: Configuration, around: Surroundings): Process | undefined {
  const at = 'path' in configuration ? writtenAt(configuration.path, around) : undefined;
  const where = at ? { at } : {};
  switch (configuration.is) {
    case 'hidden':
      return exits({ because: 'no-configuration', path: configuration.path });
    case 'refused':
      return exits({ because: 'configuration-refused', path: configuration.path, near: configuration.near, ...where });
    case 'astray':
      return exits({ because: 'host-unknown', host: configuration.host, ...where });
    case 'eventless':
      return exits({ because: 'no-events', path: configuration.path, ...where });
    default:
      return undefined;
  }
}

/** Where nginx listens and what it answers, as far as its configuration says. */
function serverOf(configuration: Configuration, around: Surroundings): Server {
  const server = { product: 'nginx', exact: true } as const;
  const byDefault = around.image.listens;
  if (configuration.is === 'default') return { ...server, listens: byDefault, ...content(around) };
  if (configuration.is !== 'written') return { ...server, listens: 'any' };
  const { servers, keepsDefault } = configuration;
  const own = listenPorts(servers);
  if (keepsDefault) {
    const listens = own === 'any' || byDefault === 'any' ? 'any' : [...new Set([...byDefault, ...own])];
    return { ...server, listens, ...(servers.length === 0 && content(around)) };
  }
  const [only, ...others] = servers;
  const answers = only && others.length === 0 ? answersOf(only, around) : undefined;
  return { ...server, listens: own, ...(answers && { answers }) };
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
