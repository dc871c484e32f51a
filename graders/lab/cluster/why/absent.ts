import type { IDeployment } from 'kubernetes-models/apps/v1';
import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import { hasLabels, type Labels } from '../labels.ts';
import type { ClusterState, Rejection } from '../state.ts';
import { replicasOf } from '../workloads/deployment.ts';
import { podAsTemplate, templateOf } from '../workloads/plan.ts';

const makesPods = new Set([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'Pod',
  'ReplicationController',
]);

/** What would have made pods with some labels in a namespace and was refused, or made pods that were: one of each reason. */
export function refusedWith(state: ClusterState, namespace: string, labels: Labels): readonly Rejection[] {
  const refused = new Map<string, Rejection>();
  for (const rejection of state.rejected) {
    const { from, hop } = rejection;
    const key = JSON.stringify([from.kind, from.name, hop.message, hop.data]);
    if (makesPodsWith(from, namespace, labels) && !refused.has(key)) refused.set(key, rejection);
  }
  return [...refused.values()];
}

/** Where else the pods are that a selector looks for in vain: asked for by nobody, or in another namespace. */
export function elsewhere(state: ClusterState, namespace: string, labels: Labels): readonly Hop[] {
  const idle = state.resources.flatMap((one) => (makesPodsWith(one, namespace, labels) ? idleHop(one) : []));
  if (idle.length > 0) return idle;
  const pod = state.pods.find((one) => hasLabels(labels, one.labels));
  if (!pod) return [];
  const where = { resource: refOf(pod.from), at: fieldSpan(pod.from, 'metadata', 'namespace') };
  return [hop(hops, 'endpoints', 'podsElsewhere', { where: pod.namespace }, where)];
}

/** The workloads of some rejections, as code. */
export function workloadsOf(rejections: readonly Rejection[]): readonly string[] {
  return [...new Set(rejections.map(({ from }) => code(`${from.kind} ${from.name}`)))];
}

function makesPodsWith(resource: Resource, namespace: string, labels: Labels): boolean {
  if (!makesPods.has(resource.kind) || (resource.namespace ?? 'default') !== namespace) return false;
  const template = resource.kind === 'Pod' ? podAsTemplate(resource) : templateOf(resource);
  return hasLabels(labels, template.labels);
}

function idleHop(resource: Resource): readonly Hop[] {
  const { kind, name, data } = resource;
  const isPaused = kind === 'Deployment' && (data as Partial<IDeployment>).spec?.paused === true;
  if (replicasOf(resource) > 0 && !isPaused) return [];
  const at = fieldSpan(resource, 'spec', isPaused ? 'paused' : 'replicas');
  return [hop(hops, 'endpoints', 'podsNotAsked', { kind, name }, { resource: refOf(resource), at })];
}
