import { enter, type PodView } from '../../cluster/index.ts';
import { type Files, find } from '../../machine/index.ts';
import type { NamedCluster } from '../desk/desk.ts';
import { leftInside } from '../desk/inside.ts';
import { bodyOf, type Known } from './bodies.ts';

/** Where web servers have their pages and what they are told, in their official images. */
const servers: ReadonlyMap<string, { readonly root: string; readonly configuration: RegExp }> = new Map([
  ['nginx', { root: '/usr/share/nginx/html', configuration: /^\/etc\/nginx\/(?:nginx\.conf|conf\.d\/[^/]+\.conf)$/ }],
  ['httpd', { root: '/usr/local/apache2/htdocs', configuration: /^\/usr\/local\/apache2\/conf\// }],
]);

const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['json', 'application/json'],
  ['txt', 'text/plain'],
  ['css', 'text/css'],
  ['js', 'application/javascript'],
]);

/**
 * What a server answers to a `GET`: the page that somebody has put where it looks, and otherwise what its image has there.
 * @param files those it sees; undefined where they are those of its image
 * @returns undefined where nobody can tell
 */
export function pageOf(
  product: string | undefined,
  files: Files | undefined,
  status: number,
  host: string,
  path: string,
): Known | undefined {
  const usual = bodyOf(product, status, host, path);
  const server = servers.get((product ?? '').replace(/:.*$/, ''));
  if (!server || !files || status !== 200) return usual;
  const { root, configuration } = server;
  if (isConfigured(files, configuration)) return undefined;
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const found = find(files, `${root}${name}`);
  if (found.state !== 'present' || found.entry.kind !== 'file') return undefined;
  const { layer, content } = found.entry;
  if (layer < 0 && content === undefined) return usual;
  const type = types.get(name.split('.').at(-1) ?? '') ?? 'application/octet-stream';
  return content === undefined
    ? undefined
    : { type, body: content, ...(usual?.server !== undefined && { server: usual.server }) };
}

/**
 * The status of a `GET` where a server has the configuration of its image and somebody put other pages under its root.
 * @returns undefined where nobody can tell
 * @see https://nginx.org/en/docs/http/ngx_http_index_module.html
 */
export function statusOf(product: string | undefined, files: Files | undefined, path: string): number | undefined {
  const server = (product ?? '').replace(/:.*$/, '') === 'nginx' ? servers.get('nginx') : undefined;
  if (!server || !files || isConfigured(files, server.configuration)) return undefined;
  const place = find(files, server.root + path.replace(/\/$/, ''));
  if (place.state === 'unknown') return undefined;
  if (place.state === 'absent') return 404;
  if (place.entry.kind !== 'directory') return 200;
  if (!path.endsWith('/')) return 301;
  const index = find(files, `${place.path}/index.html`);
  return index.state === 'unknown' ? undefined : index.state === 'present' ? 200 : 403;
}

function isConfigured(files: Files, configuration: RegExp): boolean {
  for (const [at, { layer }] of files.entries) if (layer >= 0 && configuration.test(at)) return true;
  return false;
}

/** The files of a container of a pod, where they are not those of a well-known image. */
export function filesOfPod(
  cluster: NamedCluster,
  view: PodView | undefined,
  name: string,
  product: string,
): Files | undefined {
  if (!view || !servers.has(product.replace(/:.*$/, ''))) return undefined;
  const written = view.pod.spec?.containers?.find((one) => one?.name === name);
  const left = leftInside(cluster, view, name);
  if (left) return left;
  const mounts = (written?.volumeMounts ?? []).length > 0;
  const isOfficial = /^(?:docker\.io\/)?(?:library\/)?(?:nginx|httpd)(?:[:@]|$)/.test(String(written?.image ?? ''));
  if (isOfficial && !mounts) return undefined;
  return enter(cluster.live, view.live, name)?.machine.files;
}
