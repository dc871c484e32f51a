import type { Resource } from '../../../model/manifests/manifests.ts';
import { suffix } from '../names.ts';
import type { NodeState } from '../state.ts';
import { selectsItsPods, templateHash } from './deployment.ts';
import { type PodPlan, planPod, templateOf } from './plan.ts';

/** The pods of a DaemonSet: one for each node; those whose node does not admit them are never made. */
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
