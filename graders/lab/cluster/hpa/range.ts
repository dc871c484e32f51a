import type { Resource } from '../../../model/manifests/manifests.ts';
import { autoscalersIn, scalersOf } from '../../../model/workloads/autoscalers.ts';
import { count } from '../read.ts';

/**
 * The replicas a workload keeps when its autoscaler has no reason to change them: what the manifest says, brought into
 * the range of the autoscaler. No replicas at all switch it off.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export function withinRange(workload: Resource, replicas: number, resources: readonly Resource[]): number {
  const autoscaler = scalersOf(workload, autoscalersIn({ resources })).find(
    ({ target }) => target.group === workload.group,
  );
  if (!autoscaler || replicas === 0) return replicas;
  const least = count(autoscaler.spec.minReplicas, 1);
  return Math.min(Math.max(replicas, least), count(autoscaler.spec.maxReplicas, least));
}
