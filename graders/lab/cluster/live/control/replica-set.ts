import { numberAt } from '../fields.ts';
import type { LiveCluster, LiveObject } from '../live.ts';
import { hasEnded } from '../look.ts';
import { podsOwnedBy } from '../store.ts';
import { endPods, leastWanted, makePods, nextPlans } from './pods.ts';

const controller = 'replicaset-controller';

/** Pods come and go until there are as many as the ReplicaSet says; those that ended, and those on their way out, do not count. */
export function controlReplicaSet(live: LiveCluster, set: LiveObject): LiveCluster {
  const { pods, missing } = countOf(live, set);
  if (missing > 0) {
    const workload = workloadOf(live, set);
    return makePods(live, set, nextPlans(set, workload, missing), controller);
  }
  return missing < 0 ? endPods(live, set, leastWanted(pods, live.clock).slice(0, -missing), controller) : live;
}

/** Whether pods are missing that could not be made: it tries again whenever anything changes. */
export const isShort = (live: LiveCluster, set: LiveObject): boolean => countOf(live, set).missing > 0;

function countOf(live: LiveCluster, set: LiveObject) {
  const wanted = Math.min(1000, numberAt(set.resource.data, 'spec', 'replicas') ?? 1);
  const pods = podsOwnedBy(live, set.uid).filter((pod) => !pod.deleting && !hasEnded(pod, live.clock));
  return { pods, missing: wanted - pods.length };
}

/** The Deployment of a ReplicaSet, or the ReplicaSet itself. */
function workloadOf(live: LiveCluster, set: LiveObject): LiveObject {
  return [...live.objects.values()].find(({ uid }) => uid === set.owner?.uid) ?? set;
}
