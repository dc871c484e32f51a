import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { type PodState, type SettleOptions, settle } from '../../cluster/index.ts';
import { hops } from './hops.ts';

/** What becomes of the pods of a lost node. Counts of pods. */
export interface PodsOutcome {
  /** Pods that were on it. */
  readonly lost: number;
  /** New pods on other nodes, in their place. */
  readonly recreated: number;
  /** Replacements that find no node. */
  readonly pending: number;
  /** Pods of a StatefulSet: the name stays taken until somebody confirms that the node is gone. */
  readonly waiting: number;
  /** Pods that nobody replaces: bare ones, and those of a DaemonSet, which belong to the node. */
  readonly gone: number;
  /** Ready pods by workload that go on serving meanwhile, as `namespace/name`. */
  readonly serving: Readonly<Record<string, number>>;
  /** Seconds after which pods are evicted from a node that does not answer, by the toleration every pod is given. */
  readonly evictedAfter: number;
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions */
const evictedAfter = 300;

/**
 * A node that stops answering, and what the controllers do about its pods.
 * @param node name of a Node of the world
 * @see https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/
 */
export function losePods(resources: readonly Resource[], node: string, options: SettleOptions): Trace<PodsOutcome> {
  const before = settle(resources, options).state.pods;
  const lost = before.filter((pod) => pod.node === node);
  const fates = lost.map((pod) => ({ pod, fate: fateOf(pod) }));
  const replaced = fates.flatMap(({ pod, fate }) => (fate === 'replaced' ? [pod] : []));
  const staying = before.filter((pod) => pod.node !== undefined && pod.node !== node);
  const around = resources.filter((one) => !(one.kind === 'Node' && one.name === node) && !isAdmitted(one));
  const pending = homeless([...around, ...staying.map(standing)], replaced, options);
  const count = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted).length;
  const outcome = {
    lost: lost.length,
    recreated: count('replaced') - pending,
    pending,
    waiting: count('waiting'),
    gone: count('gone'),
    serving: serving(before, node),
    evictedAfter,
  };
  return { hops: told(node, fates, outcome), outcome };
}

type Fate = 'replaced' | 'waiting' | 'gone';

function fateOf({ workload }: PodState): Fate {
  if (workload.kind === 'StatefulSet') return 'waiting';
  return workload.kind === 'Pod' || workload.kind === 'DaemonSet' ? 'gone' : 'replaced';
}

const workloadOf = ({ namespace, workload }: PodState): string => `${namespace}/${workload.name}`;

/** What makes pods, or decides which are admitted: that has happened already. */
const isAdmitted = (resource: Resource): boolean =>
  resource.kind === 'Pod' ||
  podTemplateOf(resource) !== undefined ||
  ['ResourceQuota', 'LimitRange', 'HorizontalPodAutoscaler'].includes(resource.kind);

/** How many replacements find no node beside the pods that stay where they are. */
function homeless(around: readonly Resource[], replaced: readonly PodState[], options: SettleOptions): number {
  const names = new Set(replaced.map(({ name }) => name));
  const { pods } = settle([...around, ...replaced.map(unbound)], options).state;
  return pods.filter(({ name, node }) => names.has(name) && node === undefined).length;
}

const standing = (pod: PodState): Resource => podLike(pod, { nodeName: pod.node });
const unbound = (pod: PodState): Resource => podLike(pod, { nodeName: undefined });

/** A Pod of its own with what another one was admitted with. */
function podLike(pod: PodState, changes: { readonly nodeName: string | undefined }): Resource {
  const { name, namespace, labels, annotations, spec, from } = pod;
  const { nodeName: _, ...rest } = { ...spec };
  const bound = changes.nodeName === undefined ? rest : { ...rest, nodeName: changes.nodeName };
  const metadata = { name, namespace, labels, annotations };
  const data = { apiVersion: 'v1', kind: 'Pod', metadata, spec: bound };
  return { ...from, apiVersion: 'v1', group: '', kind: 'Pod', name, namespace, metadata, data };
}

function serving(before: readonly PodState[], node: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const pod of before) {
    const left = pod.ready && pod.node !== node ? 1 : 0;
    counts.set(workloadOf(pod), (counts.get(workloadOf(pod)) ?? 0) + left);
  }
  return Object.fromEntries(counts);
}

function told(
  node: string,
  fates: readonly { readonly pod: PodState; readonly fate: Fate }[],
  { pending }: PodsOutcome,
): readonly Hop[] {
  return [
    hop(hops, 'nodes', 'silent', { node, seconds: evictedAfter }),
    ...fates.map(({ pod, fate }) => {
      const { kind } = pod.workload;
      return hop(hops, 'pod', fate, { pod: pod.name, kind, workload: pod.workload.name }, { at: pod.at });
    }),
    ...(pending > 0 ? [hop(hops, 'schedule', 'noRoom', { n: pending })] : []),
  ];
}
