import type { IStatefulSet } from 'kubernetes-models/apps/v1';
import { own } from '../../../../core/own.ts';
import { count, integer } from '../../read.ts';
import { statefulSetPods } from '../../workloads/stateful-set.ts';
import type { LiveCluster, LiveObject, LivePod } from '../live.ts';
import { isReadyAt } from '../look.ts';
import { podsOwnedBy } from '../store.ts';
import { endPods, makePods } from './pods.ts';

const controller = 'statefulset-controller';
const hashKey = 'controller-revision-hash';

/**
 * One look of the StatefulSet controller: the pods come in order, each when the one before is ready; those beyond the replicas go,
 * the last first; and pods of an old template are replaced from the highest ordinal down to the partition.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#deployment-and-scaling-guarantees
 */
export function controlStatefulSet(live: LiveCluster, set: LiveObject): LiveCluster {
  const { spec } = set.resource.data as Partial<IStatefulSet>;
  const replicas = count(spec?.replicas, 1);
  const isParallel = spec?.podManagementPolicy === 'Parallel';
  const plans = statefulSetPods(set.resource, replicas);
  const have = new Map(podsOwnedBy(live, set.uid).map((pod) => [pod.verdict.name, pod]));
  const isReady = (pod: LivePod) => isReadyAt(pod, live.clock) && !pod.deleting;
  for (const plan of plans) {
    const pod = have.get(plan.name);
    if (!pod) {
      const wanted = isParallel ? plans.filter(({ name }) => !have.has(name)) : [plan];
      return makePods(live, set, wanted, controller);
    }
    if (!isReady(pod) && !isParallel) return live;
  }
  const names = new Set(plans.map(({ name }) => name));
  const beyond = [...have.values()]
    .filter(({ verdict, deleting }) => !names.has(verdict.name) && !deleting)
    .sort(byOrdinal);
  if ([...have.values()].some(({ deleting }) => deleting) && !isParallel) return live;
  if (beyond.length > 0) return endPods(live, set, isParallel ? beyond : beyond.slice(0, 1), controller);
  if (spec?.updateStrategy?.type === 'OnDelete') return live;
  const partition = integer(spec?.updateStrategy?.rollingUpdate?.partition) ?? 0;
  const fresh = own(plans[0]?.labels, hashKey);
  const old = [...have.values()]
    .filter((pod) => ordinal(pod) >= partition && own(pod.verdict.labels, hashKey) !== fresh)
    .sort(byOrdinal);
  return old.length > 0 ? endPods(live, set, old.slice(0, 1), controller) : live;
}

const ordinal = ({ verdict }: LivePod): number => Number(verdict.name.slice(verdict.name.lastIndexOf('-') + 1));
const byOrdinal = (a: LivePod, b: LivePod): number => ordinal(b) - ordinal(a);
