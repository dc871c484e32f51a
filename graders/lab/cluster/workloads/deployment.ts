import type { IDeployment } from 'kubernetes-models/apps/v1';
import { memo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { selects } from '../labels.ts';
import { suffix } from '../names.ts';
import { count } from '../read.ts';
import { type PodPlan, type PodTemplate, planPod, templateOf } from './plan.ts';

/**
 * The pods of a Deployment: one ReplicaSet for its template, whose pods carry the template's hash. A new Deployment that
 * is paused makes no ReplicaSet.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label
 */
export function deploymentPods(deployment: Resource, replicas = replicasOf(deployment)): readonly PodPlan[] {
  const template = templateOf(deployment);
  const isPaused = (deployment.data as Partial<IDeployment>).spec?.paused === true;
  if (isPaused || !selectsItsPods(deployment, template)) return [];
  const hash = templateHash(template);
  return range(replicas).map((index) =>
    planPod(deployment, `${deployment.name}-${hash}-${suffix(`${deployment.name}/${hash}/${index}`)}`, {
      'pod-template-hash': hash,
    }),
  );
}

/** The pods of a bare ReplicaSet (or ReplicationController). */
export function replicaSetPods(set: Resource, replicas = replicasOf(set)): readonly PodPlan[] {
  if (!selectsItsPods(set, templateOf(set))) return [];
  return range(replicas).map((index) => planPod(set, `${set.name}-${suffix(`${set.name}/${index}`)}`));
}

/** `spec.replicas`, 1 when it is not written. */
export function replicasOf(workload: Resource): number {
  return count((workload.data as Partial<IDeployment>).spec?.replicas, 1);
}

/** The API server refuses a workload whose selector does not select its own template. */
export function selectsItsPods(workload: Resource, template: PodTemplate): boolean {
  const { spec } = workload.data as { spec?: { selector?: unknown } | null };
  return selects(spec?.selector, template.labels);
}

/** Changes when, and only when, the template changes. */
export const templateHash: (template: PodTemplate) => string = memo(({ labels, annotations, spec }) =>
  suffix(JSON.stringify([labels, annotations, spec]), 10),
);

export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
