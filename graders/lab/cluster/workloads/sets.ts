import type { IStatefulSet } from 'kubernetes-models/apps/v1';
import type { IJob } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { suffix } from '../names.ts';
import { count, integer } from '../read.ts';
import type { NodeState } from '../state.ts';
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

/** The pods of a DaemonSet: one for each node; the scheduler drops those whose node does not admit them. */
export function daemonSetPods(set: Resource, nodes: readonly NodeState[]): readonly PodPlan[] {
  const template = templateOf(set);
  if (!selectsItsPods(set, template)) return [];
  return nodes.map(({ name: onlyNode }) => ({
    ...planPod(set, `${set.name}-${suffix(`${set.name}/${onlyNode}`)}`, {
      'controller-revision-hash': templateHash(template),
      'pod-template-generation': '1',
    }),
    onlyNode,
  }));
}

/**
 * The pods of a Job: as many at once as `parallelism` allows. The selector of a Job is generated, never matched.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#parallel-jobs
 */
export function jobPods(job: Resource): readonly PodPlan[] {
  const { spec } = job.data as Partial<IJob>;
  if (spec?.suspend === true) return [];
  const parallelism = count(spec?.parallelism, 1);
  const pods = Math.min(parallelism, count(spec?.completions, parallelism));
  const indexed = spec?.completionMode === 'Indexed';
  return range(pods).map((index) => {
    const end = suffix(`${job.name}/${index}`);
    return planPod(job, indexed ? `${job.name}-${index}-${end}` : `${job.name}-${end}`, {
      'batch.kubernetes.io/job-name': job.name,
      'job-name': job.name,
      ...(indexed && { 'batch.kubernetes.io/job-completion-index': String(index) }),
    });
  });
}
