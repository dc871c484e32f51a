import { type Hop, hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { list, text } from '../read.ts';
import type { ContainerState, PodState } from '../state.ts';

/** Where the images of these servers keep their own pages. */
const pages = new Map([
  ['nginx', '/usr/share/nginx/html'],
  ['httpd', '/usr/local/apache2/htdocs'],
]);

/** The volume that hides the pages a server's image brings, for whoever gets an error instead of one. */
export function hiddenPages(pod: PodState, { name, product = '' }: ContainerState): Hop | undefined {
  const directory = pages.get(product);
  const container = list(pod.spec?.containers).find((one) => one.name === name);
  const mount = list(container?.volumeMounts).find(({ mountPath }) => {
    const path = text(mountPath)?.replace(/\/+$/, '') ?? '';
    return directory !== undefined && path !== '' && `${directory}/`.startsWith(`${path}/`);
  });
  if (!mount) return undefined;
  const data = { volume: text(mount.name) ?? '', path: mount.mountPath };
  return hop(hops, 'pod', 'pagesHidden', data, {
    resource: { kind: 'Pod', name: pod.name, namespace: pod.namespace },
    at: spanOf(mount) ?? pod.at,
  });
}
