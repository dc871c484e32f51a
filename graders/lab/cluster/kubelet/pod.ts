import type { ImageSource } from '../images.ts';
import { list } from '../read.ts';
import type { NodeState, PodState } from '../state.ts';
import { type PodPlan, serviceAccountOf } from '../workloads/plan.ts';
import { startContainer } from './container.ts';

/** Runs a pod on its node until nothing changes any more. */
export function runPod(plan: PodPlan, node: NodeState, ip: string, images: ImageSource): PodState {
  const containers = list(plan.spec.containers).map((container) => startContainer(container, images, plan.at));
  const initContainers = list(plan.spec.initContainers).map((container) => startContainer(container, images, plan.at));
  const ready = containers.length > 0 && containers.every((container) => container.ready);
  return {
    name: plan.name,
    namespace: plan.namespace,
    labels: plan.labels,
    annotations: plan.annotations,
    serviceAccount: serviceAccountOf(plan.spec),
    workload: plan.workload,
    phase: containers.some(({ state }) => state === 'waiting') ? 'Pending' : 'Running',
    ready,
    ip,
    node: node.name,
    containers,
    initContainers,
    from: plan.from,
    at: plan.at,
  };
}
