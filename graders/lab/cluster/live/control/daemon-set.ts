import { own } from '../../../../core/own.ts';
import { nodesOf } from '../../nodes.ts';
import { daemonSetPods } from '../../workloads/daemon-set.ts';
import type { LiveCluster, LiveObject } from '../live.ts';
import { isReadyAt } from '../look.ts';
import { podsOwnedBy } from '../store.ts';
import { endPods, makePods } from './pods.ts';

const controller = 'daemonset-controller';
const hashKey = 'controller-revision-hash';

/** One pod for each node that takes it; those of an old template go one after the other. */
export function controlDaemonSet(live: LiveCluster, set: LiveObject): LiveCluster {
  const plans = daemonSetPods(set.resource, nodesOf(live.resources));
  const pods = podsOwnedBy(live, set.uid);
  const taken = new Set(pods.map(({ verdict }) => verdict.node));
  const missing = plans.filter(({ onlyNode }) => !taken.has(onlyNode));
  const made = makePods(live, set, missing, controller);
  const fresh = own(plans[0]?.labels, hashKey);
  const old = pods.filter(({ verdict, deleting }) => !deleting && own(verdict.labels, hashKey) !== fresh);
  const allReady = pods.every((pod) => !pod.deleting && isReadyAt(pod, live.clock));
  return old.length > 0 && (allReady || old.some((pod) => !isReadyAt(pod, live.clock)))
    ? endPods(made, set, old.slice(0, 1), controller)
    : made;
}
