import type { Hop } from '../../../core/trace.ts';
import { says } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops as clusterHops } from '../hops.ts';
import { integer, list, text } from '../read.ts';
import type { ContainerState, NodeState, PodState } from '../state.ts';
import { type PodPlan, serviceAccountOf } from '../workloads/plan.ts';
import { missingVolume } from './config.ts';
import { initialise } from './init.ts';
import type { KubeletOptions } from './options.ts';
import { podHop } from './say.ts';
import { runServices } from './services.ts';
import { waiting } from './status.ts';

export interface RunPod {
  readonly pod: PodState;
  readonly hops: readonly Hop[];
}

/** Runs a pod on its node until nothing changes any more. */
export function runPod(plan: PodPlan, node: NodeState, ip: string, options: KubeletOptions): RunPod {
  const volume = missingVolume(plan, options);
  if (volume) return pendingPod(plan, volume.reason, volume.hop, volume.reason === 'Unschedulable' ? undefined : node);
  const init = initialise(plan, options);
  const containers = list(plan.spec.containers);
  const services = init.stuck
    ? {
        statuses: containers.map((container) => waiting(container, plan.at, 'PodInitializing')),
        hops: [],
        problem: init.stuck,
      }
    : runServices(containers, init.sidecars, plan, options);
  const placed = podHop(plan, 'schedule', 'scheduled', { node: node.name }, plan.at);
  const hops = [placed, ...init.hops, ...services.hops];
  const address = plan.spec.hostNetwork === true ? node.ip : ip;
  const pod: PodState = {
    ...identityOf(plan),
    phase: init.failed ? 'Failed' : phaseOf(services.statuses, plan),
    ready: false,
    ip: address,
    node: node.name,
    containers: services.statuses,
    initContainers: init.statuses,
    ...(init.because && { because: init.because }),
  };
  const problem = services.problem ?? blocked(plan, pod, options);
  if (problem) {
    const ended = says(problem, clusterHops, 'deadline')
      ? ({ phase: 'Failed', reason: 'DeadlineExceeded' } as const)
      : {};
    return { pod: { ...pod, ...ended, problem }, hops: hops.includes(problem) ? hops : [...hops, problem] };
  }
  const ready = pod.phase === 'Running' && containers.length > 0 && services.statuses.every((status) => status.ready);
  if (!ready) return { pod, hops };
  return { pod: { ...pod, ready }, hops: [...hops, podHop(plan, 'ready', 'ready', { ip: address }, plan.at)] };
}

/** A pod that no kubelet has started. */
export function pendingPod(plan: PodPlan, reason: string, problem: Hop, node?: NodeState): RunPod {
  const state = (reason: string) => (container: Parameters<typeof waiting>[0]) => waiting(container, plan.at, reason);
  const pod: PodState = {
    ...identityOf(plan),
    phase: 'Pending',
    reason,
    ready: false,
    ip: '',
    ...(node && { node: node.name }),
    containers: node ? list(plan.spec.containers).map(state('ContainerCreating')) : [],
    initContainers: node ? list(plan.spec.initContainers).map(state('PodInitializing')) : [],
    problem,
  };
  return { pod, hops: [problem] };
}

function identityOf(plan: PodPlan) {
  const { name, namespace, labels, annotations, spec, workload, from, at } = plan;
  return {
    name,
    namespace,
    labels,
    annotations,
    spec,
    workload,
    from,
    at,
    serviceAccount: serviceAccountOf(plan.spec),
  };
}

/** @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase */
function phaseOf(statuses: readonly ContainerState[], plan: PodPlan): PodState['phase'] {
  const neverStarted = statuses.some(({ state, reason }) => state === 'waiting' && reason !== 'CrashLoopBackOff');
  if (neverStarted || statuses.length === 0) return 'Pending';
  if (statuses.some(({ state }) => state !== 'terminated')) return 'Running';
  if (plan.spec.restartPolicy === undefined || plan.spec.restartPolicy === 'Always') return 'Running';
  return statuses.every(({ exitCode }) => exitCode === 0) ? 'Succeeded' : 'Failed';
}

/** What still keeps a pod whose containers are fine from being ready. */
function blocked(plan: PodPlan, pod: PodState, { clock, closed }: KubeletOptions): Hop | undefined {
  const seconds = integer(plan.spec.activeDeadlineSeconds);
  if (seconds !== undefined && seconds < clock && pod.phase === 'Running') {
    return podHop(plan, 'kubelet', 'deadline', { seconds }, spanOf(plan.spec, 'activeDeadlineSeconds') ?? plan.at);
  }
  const [gate] = closed ? list(plan.spec.readinessGates) : [];
  if (!gate) return undefined;
  return podHop(plan, 'ready', 'readinessGate', { condition: text(gate.conditionType) ?? '' }, spanOf(gate) ?? plan.at);
}
