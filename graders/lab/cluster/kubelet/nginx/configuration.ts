import type { Surroundings } from '../context.ts';
import { isUnknownHost } from '../lookup.ts';
import { type Directive, named, readDirectives } from './directives.ts';
import { type MountedFiles, mountedFiles } from './files.ts';

/** What nginx makes of the configuration it finds. @see https://nginx.org/en/docs/beginners_guide.html#conf_structure */
export type Configuration =
  /** The image's own files. */
  | { readonly is: 'default' }
  /** Nobody can know what the files say. */
  | { readonly is: 'unknown' }
  /** A volume hides the main file. */
  | { readonly is: 'hidden'; readonly path: string }
  /** nginx stops at this word of this file. */
  | { readonly is: 'refused'; readonly path: string; readonly near: string }
  /** A `proxy_pass` names a host that the cluster's DNS does not know. */
  | { readonly is: 'astray'; readonly host: string; readonly path: string }
  /** The main file has no `events` block. */
  | { readonly is: 'eventless'; readonly path: string }
  | {
      readonly is: 'written';
      readonly main: readonly Directive[];
      readonly servers: readonly Directive[];
      /** The image's own site is there as well. */
      readonly keepsDefault: boolean;
    };

const mainFile = '/etc/nginx/nginx.conf';

/** What only makes sense inside `http`, and what only makes sense outside of it. */
const ofHttp = new Set([
  'server',
  'upstream',
  'location',
  'listen',
  'server_name',
  'root',
  'index',
  'map',
  'gzip',
  'sendfile',
]);
const ofMain = new Set(['http', 'events', 'user', 'worker_processes', 'pid', 'daemon', 'load_module', 'stream']);
/** Of those inside `http`, what only makes sense inside a `server`. */
const ofServer = new Set(['location', 'listen', 'server_name', 'return', 'rewrite']);

/** Reads the configuration of an nginx whose files may come from volumes. */
export function configurationOf(around: Surroundings): Configuration {
  const files = mountedFiles(around);
  if (files === 'none') return { is: 'default' };
  if (!files) return { is: 'unknown' };
  if (files.hidesMain) return { is: 'hidden', path: mainFile };
  const main = files.main === undefined ? undefined : readDirectives(files.main);
  if (main && 'near' in main) return { is: 'refused', path: mainFile, near: main.near };
  const problem = (main && problemOfMain(main)) ?? strayHost(files, around);
  if (problem) return problem;
  const http = named(main, 'http').flatMap(({ block = [] }) => block);
  const included = !main || includesSites(http) ? serversOfSites(files) : [];
  if ('is' in included) return included;
  const servers = [...named(http, 'server'), ...included];
  if (main && (includesMore(main) || includesMore(http))) return { is: 'unknown' };
  if (servers.some(({ block }) => includesMore(block ?? []))) return { is: 'unknown' };
  const keepsDefault = files.keepsDefault && (!main || includesSites(http));
  return { is: 'written', main: main ?? [], servers, keepsDefault };
}

/** Why nginx does not start with a main file. */
function problemOfMain(main: readonly Directive[]): Configuration | undefined {
  const misplaced = main.find(({ name }) => ofHttp.has(name));
  if (misplaced) return { is: 'refused', path: mainFile, near: misplaced.name };
  const isEventless = !includesMore(main) && named(main, 'events').length === 0;
  return isEventless ? { is: 'eventless', path: mainFile } : undefined;
}

/** The servers of the files in `conf.d`, or what keeps nginx, or us, from reading them. */
function serversOfSites({ sites }: MountedFiles): readonly Directive[] | Configuration {
  const servers: Directive[] = [];
  for (const [path, text] of Object.entries(sites)) {
    const site = readDirectives(text);
    if ('near' in site) return { is: 'refused', path, near: site.near };
    const stray = site.find(({ name }) => ofMain.has(name) || ofServer.has(name));
    if (stray) return { is: 'refused', path, near: stray.name };
    if (includesMore(site)) return { is: 'unknown' };
    servers.push(...named(site, 'server'));
  }
  return servers;
}

/** nginx looks hosts up once, when it starts, and does not start without them. A host with variables waits for requests. */
function strayHost({ main, sites }: MountedFiles, around: Surroundings): Configuration | undefined {
  const all = [...(main === undefined ? [] : [[mainFile, main] as const]), ...Object.entries(sites)];
  const upstreams = new Set(
    all.flatMap(([, text]) => [...text.matchAll(/\bupstream\s+([\w.-]+)/g)].map(([, name]) => name)),
  );
  for (const [path, text] of all) {
    for (const [, host = ''] of text
      .replace(/#[^\n]*/g, '')
      .matchAll(/\bproxy_pass\s+https?:\/\/([\w.-]+)(?=[:/;])/g)) {
      if (!upstreams.has(host) && isUnknownHost(host, around)) return { is: 'astray', host, path };
    }
  }
  return undefined;
}

const usual = /(?:^|\/)(?:mime\.types|fastcgi_params|fastcgi\.conf|proxy_params)$|conf\.d\/\*/;

/** Whether a level brings in files whose content is not at hand. */
function includesMore(directives: readonly Directive[]): boolean {
  return named(directives, 'include').some(({ args }) => !usual.test(args[0] ?? ''));
}

function includesSites(http: readonly Directive[]): boolean {
  return named(http, 'include').some(({ args }) => /conf\.d\/\*/.test(args[0] ?? ''));
}
