import type { Text } from '../../../../core/text.ts';
import { enter, type LiveCluster, stamp } from '../../../cluster/index.ts';
import { isKnown, textOf } from '../../../machine/index.ts';
import { nameNote } from '../../tool/name-note.ts';
import { viewNow } from './pods.ts';

/** What a container has printed; undefined where nobody can tell, with the reason. */
export interface LogText {
  readonly text: string | undefined;
  readonly why: Text;
  /** What to know beside it. */
  readonly notes?: readonly Text[];
}

const unknown: Text = {
  es: 'El laboratorio no sabe qué escribe el proceso de este contenedor: existe y arranca, pero su salida no se modela.',
  en: 'The lab does not know what the process of this container writes: it exists and starts, but its output is not modelled.',
};

/** @param previous the run before this one */
export function logText(live: LiveCluster, namespace: string, pod: string, container: string): LogText {
  const view = viewNow(live, namespace, pod);
  const inside = view && enter(live, view.live, container);
  if (!view || !inside) return { text: '', why: unknown };
  const look = [...view.pod.containers, ...view.pod.initContainers].find(({ name }) => name === container);
  const known = inside.output === undefined ? undefined : textOf(inside.output);
  if (known !== undefined && isKnown(known))
    return { text: known, why: unknown, notes: nameNote(inside.complaint, inside.machine) };
  const product = look?.product;
  if (product === 'nginx')
    return { text: nginx(live, view.live.starts.find(({ name }) => name === container)?.started ?? 0), why: unknown };
  return { text: undefined, why: unknown };
}

/** What the official image of nginx says when it starts. */
function nginx(live: LiveCluster, started: number): string {
  const time = stamp(Math.min(started, live.clock)).replace('T', ' ').replace('Z', '').replaceAll('-', '/');
  return [
    '/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration',
    '/docker-entrypoint.sh: Looking for shell scripts in /docker-entrypoint.d/',
    '/docker-entrypoint.sh: Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh',
    '/docker-entrypoint.sh: Configuration complete; ready for start up',
    `${time} [notice] 1#1: using the "epoll" event method`,
    `${time} [notice] 1#1: start worker processes`,
    '',
  ].join('\n');
}
