import type { Resource } from '../../../model/manifests/manifests.ts';
import { suffix } from '../names.ts';
import type { NodeState } from '../state.ts';
import { deploymentPods, replicaSetPods } from './deployment.ts';
import { type PodPlan, planPod, podAsTemplate } from './plan.ts';
import { daemonSetPods, jobPods, statefulSetPods } from './sets.ts';

/** Every pod that the objects of a world ask for, in file order. CronJobs ask for none until their time comes. */
export function plannedPods(resources: readonly Resource[], nodes: readonly NodeState[]): readonly PodPlan[] {
  return resources.flatMap((resource) => podsOf(resource, nodes));
}

/** The pods that one object asks for. */
export function podsOf(resource: Resource, nodes: readonly NodeState[]): readonly PodPlan[] {
  switch (`${resource.group}/${resource.kind}`) {
    case '/Pod':
      return [planPod(resource, nameOfPod(resource), {}, podAsTemplate(resource))];
    case 'apps/Deployment':
      return deploymentPods(resource);
    case 'apps/ReplicaSet':
      return replicaSetPods(resource);
    case 'apps/StatefulSet':
      return statefulSetPods(resource);
    case 'apps/DaemonSet':
      return daemonSetPods(resource, nodes);
    case 'batch/Job':
      return jobPods(resource);
    default:
      return [];
  }
}

function nameOfPod({ name, metadata }: Resource): string {
  return name || `${metadata.generateName ?? ''}${suffix(String(metadata.generateName))}`;
}
