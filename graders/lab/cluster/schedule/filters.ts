import type { IPodAffinityTerm, IPodSpec } from 'kubernetes-models/v1';
import { list } from '../read.ts';
import { type Amounts, plus, podRequests } from '../resources.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { fitsNode, isMeant, samePlace } from './affinity.ts';
import type { Placed, Refusal, Scheduling } from './scheduling.ts';
import { spreadRefusal } from './spread.ts';
import { untolerated } from './taints.ts';

/**
 * Why a node does not take a pod; undefined when it does. The checks are those of the scheduler's filter plugins, in
 * their order and with the words of its events.
 * @see https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins
 */
export function nodeRefusal(plan: PodPlan, node: NodeState, scheduling: Scheduling): Refusal | undefined {
  if (node.unschedulable && plan.workload.kind !== 'DaemonSet') return 'node(s) were unschedulable';
  const taint = untolerated(plan, node);
  if (taint) return `node(s) had untolerated taint {${taint.key}: ${taint.value}}`;
  if (!fitsNode(plan.spec, node)) return "node(s) didn't match Pod's node affinity/selector";
  const there = scheduling.placed.filter((pod) => pod.node === node);
  return (
    portRefusal(plan, there) ??
    resourceRefusal(plan, node, there) ??
    spreadRefusal(plan, node, scheduling) ??
    podAffinityRefusal(plan, node, scheduling)
  );
}

/** Whether the node itself, empty, would never do: then more room does not help. */
export function couldEverFit(plan: PodPlan, node: NodeState): boolean {
  return untolerated(plan, node) === undefined && fitsNode(plan.spec, node) && !resourceRefusal(plan, node, []);
}

function resourceRefusal(plan: PodPlan, { allocatable }: NodeState, there: readonly Placed[]): Refusal | undefined {
  const used = there.map(({ requests }) => requests).reduce(plus, { pods: there.length });
  const wanted: Amounts = { ...podRequests(plan.spec), pods: 1 };
  for (const [name, amount] of Object.entries(wanted)) {
    const room = allocatable[name] ?? (/[/]/.test(name) ? 0 : Number.POSITIVE_INFINITY);
    const free = room - (used[name] ?? 0);
    if (amount > 0 && amount > free + 1e-9) return name === 'pods' ? 'Too many pods' : `Insufficient ${name}`;
  }
  return undefined;
}

function portRefusal(plan: PodPlan, there: readonly Placed[]): Refusal | undefined {
  const wanted = hostPorts(plan.spec);
  const clash = there.some(({ plan: other }) => [...hostPorts(other.spec)].some((port) => wanted.has(port)));
  return clash ? "node(s) didn't have free ports for the requested pod ports" : undefined;
}

/** With `hostNetwork` every declared port is a port of the node. */
function hostPorts(spec: Partial<IPodSpec>): ReadonlySet<string> {
  const ports = list(spec.containers).flatMap((container) => list(container.ports));
  return new Set(
    ports.flatMap(({ hostPort, hostIP, containerPort, protocol = 'TCP' }) => {
      const port = hostPort ?? (spec.hostNetwork === true ? containerPort : undefined);
      return port ? [`${hostIP ?? ''} ${protocol} ${port}`] : [];
    }),
  );
}

function podAffinityRefusal(plan: PodPlan, node: NodeState, scheduling: Scheduling): Refusal | undefined {
  const { podAffinity, podAntiAffinity } = plan.spec.affinity ?? {};
  const near = list(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  if (!near.every((term) => hasCompany(term, plan, node, scheduling))) return "node(s) didn't match pod affinity rules";
  const far = list(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  const neighbours = (term: IPodAffinityTerm, namespace: string) =>
    scheduling.placed.filter(
      (pod) => isMeant(term, namespace, pod, scheduling) && samePlace(term.topologyKey, node, pod.node),
    );
  if (far.some((term) => neighbours(term, plan.namespace).length > 0)) {
    return "node(s) didn't match pod anti-affinity rules";
  }
  const self: Placed = { ...plan, node, requests: {}, plan };
  const repelled = scheduling.placed.some((pod) =>
    list(pod.plan.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).some(
      (term) => isMeant(term, pod.namespace, self, scheduling) && samePlace(term.topologyKey, node, pod.node),
    ),
  );
  return repelled ? "node(s) didn't satisfy existing pods anti-affinity rules" : undefined;
}

/** The first pod of a group that wants to be together has nobody to join, and may go anywhere. */
function hasCompany(term: IPodAffinityTerm, plan: PodPlan, node: NodeState, scheduling: Scheduling): boolean {
  const meant = scheduling.placed.filter((pod) => isMeant(term, plan.namespace, pod, scheduling));
  if (meant.some((pod) => samePlace(term.topologyKey, node, pod.node))) return true;
  const self: Placed = { ...plan, node, requests: {}, plan };
  return meant.length === 0 && isMeant(term, plan.namespace, self, scheduling);
}
