import type { Resource } from '../../../model/manifests/manifests.ts';
import { withinRange } from '../hpa/range.ts';
import { suffix } from '../names.ts';
import { type Progress, startPod, startPods } from '../start.ts';
import { daemonSetPods } from './daemon-set.ts';
import { deploymentPods, replicaSetPods, replicasOf } from './deployment.ts';
import { runJob } from './job.ts';
import { type PodPlan, planPod, podAsTemplate } from './plan.ts';
import { runStatefulSet } from './stateful-set.ts';

/** Lets the controller of one object make its pods. CronJobs make none until their time comes. */
export function control(progress: Progress, resource: Resource): Progress {
  const replicas = () => withinRange(resource, replicasOf(resource), progress.options.resources);
  switch (`${resource.group}/${resource.kind}`) {
    case '/Pod':
      return startPod(progress, barePod(resource));
    case 'apps/Deployment':
      return startPods(progress, deploymentPods(resource, replicas()));
    case 'apps/ReplicaSet':
      return startPods(progress, replicaSetPods(resource, replicas()));
    case 'apps/StatefulSet':
      return runStatefulSet(progress, resource, replicas());
    case 'apps/DaemonSet':
      return startPods(progress, daemonSetPods(resource, progress.scheduling.nodes));
    case 'batch/Job':
      return runJob(progress, resource);
    default:
      return progress;
  }
}

function barePod(resource: Resource): PodPlan {
  const { name, metadata } = resource;
  const generated = `${metadata.generateName ?? ''}${suffix(String(metadata.generateName))}`;
  return planPod(resource, name || generated, {}, podAsTemplate(resource));
}
