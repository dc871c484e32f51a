import { type LiveCluster, nextChange, type PodView, podsAt, until } from '../../cluster/index.ts';
import { clusterOf, contextOf } from '../desk/clusters.ts';
import type { Desk, NamedCluster } from '../desk/desk.ts';
import type { Call, Flag } from '../tool/tool.ts';

/** A call of a program of a mesh with its cluster, as it is now. */
export interface MeshSession {
  readonly desk: Desk;
  readonly named: NamedCluster;
  readonly live: LiveCluster;
  readonly namespace: string;
}

/** The flags that every program which reads a kubeconfig has. */
export const clusterFlags: readonly Flag[] = [
  { name: 'context', value: 'text', offers: ({ kube }) => kube.contexts.map(({ name }) => name) },
  { name: 'kubeconfig', value: 'text', fidelity: 'none' },
];

/** The cluster of a call; undefined where no server answers. */
export function meshSession({ desk, flags }: Call): MeshSession | undefined {
  const context = contextOf(desk, flags.text('context'));
  const named = context && clusterOf(desk, context.name);
  if (!context || !named) return undefined;
  return {
    desk,
    named,
    live: until(named.live, desk.clock),
    namespace: flags.text('namespace') ?? context.namespace ?? 'default',
  };
}

export const exists = ({ live }: MeshSession, kind: string, name: string, namespace?: string): boolean =>
  live.resources.some(
    (one) => one.kind === kind && one.name === name && (namespace === undefined || one.namespace === namespace),
  );

export const podsIn = ({ live, desk }: MeshSession, namespace: string): readonly PodView[] =>
  podsAt(live, desk.clock).filter(({ pod, terminating }) => pod.namespace === namespace && !terminating);

/**
 * Lets time pass until something is so, as programs that wait do.
 * @param most seconds
 * @returns the clock at which it was so, or at which the program gave up
 */
export function waitUntil(
  live: LiveCluster,
  clock: number,
  most: number,
  holds: (pods: readonly PodView[]) => boolean,
): { readonly clock: number; readonly held: boolean } {
  let now = clock;
  for (let looks = 0; looks < 400; looks++) {
    if (holds(podsAt(live, now))) return { clock: now, held: true };
    const next = nextChange(live, now);
    if (next === undefined || next > clock + most) return { clock: clock + most, held: false };
    now = next;
  }
  return { clock: now, held: false };
}
