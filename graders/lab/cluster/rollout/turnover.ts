import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { type SettleOptions, settle } from '../settle.ts';
import type { ClusterState, PodState } from '../state.ts';

/** What became of the pods of a cluster, or of one of its workloads. */
export interface PodTurnover {
  /** Pods that go and are made anew, because their template is another. */
  readonly replaced: number;
  /** Pods more, and fewer, than before. */
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
}

export type Turnover = PodTurnover & { readonly workloads: Readonly<Record<string, PodTurnover>> };

/**
 * Applies changed objects to a settled cluster and tells which of its pods are made anew. A Deployment makes new pods when its
 * template changes and for no other reason: not for another number of replicas, nor for a ConfigMap that its pods read when they
 * start. How the change is carried out, and whether it ends, is what `rollout` follows; `OnDelete` and partitions are not looked at.
 * @param changed the objects as they are applied now; those they replace are found by name
 * @param options of the world the cluster was settled with
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
 */
export function turnover(
  state: ClusterState,
  changed: readonly Resource[],
  options: SettleOptions = {},
): Trace<Turnover> {
  const after = settle([...state.resources, ...changed], options).state;
  const [old, young] = [byWorkload(state.pods), byWorkload(after.pods)];
  const names = [...new Set([...old.keys(), ...young.keys()])];
  const told = names.map((name) => ({ name, of: between(old.get(name) ?? [], young.get(name) ?? []) }));
  const sum = (key: keyof PodTurnover) => told.reduce((total, { of }) => total + of[key], 0);
  const all = { replaced: sum('replaced'), added: sum('added'), removed: sum('removed'), kept: sum('kept') };
  return {
    hops: told.map(({ name, of }) => tell(name, of, young.get(name)?.[0] ?? old.get(name)?.[0])),
    outcome: { ...all, workloads: Object.fromEntries(told.map(({ name, of }) => [name, of])) },
  };
}

/** By the name of the workload, with its namespace where it is not the default one. */
function byWorkload(pods: readonly PodState[]): ReadonlyMap<string, readonly PodState[]> {
  const groups = new Map<string, PodState[]>();
  for (const pod of pods) {
    const name = `${pod.namespace}/${pod.workload.name}`;
    groups.set(name, [...(groups.get(name) ?? []), pod]);
  }
  return groups;
}

function between(old: readonly PodState[], young: readonly PodState[]): PodTurnover {
  const made = new Set(young.map(madeAs));
  const kept = old.filter((pod) => made.has(madeAs(pod))).length;
  const [gone, born] = [old.length - kept, young.length - kept];
  const replaced = Math.min(gone, born);
  return { replaced, added: born - replaced, removed: gone - replaced, kept };
}

/** Its name and all that its template gave it: a StatefulSet makes a new pod under the old name. */
const madeAs = ({ name, labels, annotations, spec }: PodState): string =>
  JSON.stringify([name, labels, annotations, spec]);

function tell(workload: string, { replaced, added, removed, kept }: PodTurnover, pod: PodState | undefined): Hop {
  const { from } = pod ?? {};
  const where = from && {
    resource: { kind: from.kind, name: from.name, ...(from.namespace !== undefined && { namespace: from.namespace }) },
    at: pod?.at ?? from.at,
  };
  if (replaced > 0) return hop(hops, 'rollout', 'turnoverReplaced', { workload, replaced }, where);
  if (added > 0) return hop(hops, 'rollout', 'turnoverAdded', { workload, kept, added }, where);
  if (removed > 0) return hop(hops, 'rollout', 'turnoverRemoved', { workload, kept, removed }, where);
  return hop(hops, 'rollout', 'turnoverKept', { workload, kept }, where);
}
