import type { IStatefulSet } from 'kubernetes-models/apps/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { integer } from '../read.ts';
import { type Progress, startPod, startPods } from '../start.ts';
import { range, replicasOf, selectsItsPods, templateHash } from './deployment.ts';
import { type PodPlan, planPod, templateOf } from './plan.ts';

/**
 * The pods of a StatefulSet: `name-0`, `name-1`, … with their ordinal as a label.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-identity
 */
export function statefulSetPods(set: Resource, replicas = replicasOf(set)): readonly PodPlan[] {
  const template = templateOf(set);
  if (!selectsItsPods(set, template)) return [];
  const start = integer((set.data as Partial<IStatefulSet>).spec?.ordinals?.start) ?? 0;
  return range(replicas).map((index) =>
    planPod(set, `${set.name}-${start + index}`, {
      'apps.kubernetes.io/pod-index': String(start + index),
      'controller-revision-hash': `${set.name}-${templateHash(template)}`,
      'statefulset.kubernetes.io/pod-name': `${set.name}-${start + index}`,
    }),
  );
}

/** Makes the pods in order, each only when the one before is ready, unless `podManagementPolicy` is `Parallel`. */
export function runStatefulSet(progress: Progress, set: Resource, replicas = replicasOf(set)): Progress {
  const plans = statefulSetPods(set, replicas);
  if ((set.data as Partial<IStatefulSet>).spec?.podManagementPolicy === 'Parallel') return startPods(progress, plans);
  let done = progress;
  for (const plan of plans) {
    done = startPod(done, plan);
    if (!done.runs.at(-1)?.pod.ready || done.runs.at(-1)?.pod.name !== plan.name) return done;
  }
  return done;
}
