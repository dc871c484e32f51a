import type { IPodSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { isSidecar } from '../kubelet/sidecar.ts';
import { list } from '../read.ts';
import { type Amounts, podRequests } from '../resources.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { fitsNode } from './affinity.ts';
import { companyFilter } from './company.ts';
import { type Occupancy, on, type Refusal, type Scheduling } from './scheduling.ts';
import { spreadFilter } from './spread.ts';
import { cordon, endures, untolerated } from './taints.ts';

/**
 * Why a node does not take a pod, as a function of the node; undefined when it does. The checks are those of the
 * scheduler's filter plugins, in their order and with the words of its events.
 * @see https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins
 */
export function nodeFilter(plan: PodPlan, scheduling: Scheduling): (node: NodeState) => Refusal | undefined {
  const wanted = wantedBy(plan);
  const ports = hostPorts(plan.spec);
  const spread = spreadFilter(plan, scheduling);
  const company = companyFilter(plan, scheduling);
  return (node) => {
    if (node.unschedulable && !endures(plan, cordon)) return 'node(s) were unschedulable';
    const taint = untolerated(plan, node);
    if (taint) return `node(s) had untolerated taint {${taint.key}: ${taint.value}}`;
    if (!fitsNode(plan.spec, node)) return "node(s) didn't match Pod's node affinity/selector";
    const there = on(node, scheduling);
    return portRefusal(ports, there) ?? roomRefusal(wanted, node, there.requested) ?? spread(node) ?? company(node);
  };
}

/** Whether the node itself, empty, would do: if not, more room does not help. */
export function couldEverFit(plan: PodPlan, node: NodeState): boolean {
  const fits = untolerated(plan, node) === undefined && fitsNode(plan.spec, node);
  return fits && roomRefusal(wantedBy(plan), node, {}) === undefined;
}

function wantedBy({ spec }: PodPlan): Amounts {
  return { ...podRequests(spec), pods: 1 };
}

/** A node without a word about CPU or memory has no end of them; it has no devices it does not name. */
function roomRefusal(wanted: Amounts, { allocatable }: NodeState, requested: Amounts): Refusal | undefined {
  for (const [name, amount] of Object.entries(wanted)) {
    const room = own(allocatable, name) ?? (name.includes('/') ? 0 : Number.POSITIVE_INFINITY);
    const free = room - (own(requested, name) ?? 0);
    if (amount > 0 && amount > free + 1e-9) return name === 'pods' ? 'Too many pods' : `Insufficient ${name}`;
  }
  return undefined;
}

function portRefusal(wanted: readonly HostPort[], { pods }: Occupancy): Refusal | undefined {
  if (wanted.length === 0) return undefined;
  const taken = pods.toArray().flatMap(({ plan }) => hostPorts(plan.spec));
  const clash = taken.some((one) => wanted.some((other) => clashes(one, other)));
  return clash ? "node(s) didn't have free ports for the requested pod ports" : undefined;
}

interface HostPort {
  readonly port: number;
  readonly protocol: string;
  readonly ip: string;
}

const everyAddress = '0.0.0.0';

function clashes(one: HostPort, other: HostPort): boolean {
  const meet = one.ip === other.ip || one.ip === everyAddress || other.ip === everyAddress;
  return meet && one.port === other.port && one.protocol === other.protocol;
}

/** With `hostNetwork` every declared port is a port of the node. Native sidecars keep theirs. */
function hostPorts(spec: Partial<IPodSpec>): readonly HostPort[] {
  const running = [...list(spec.containers), ...list(spec.initContainers).filter(isSidecar)];
  const ports = running.flatMap((container) => list(container.ports));
  return ports.flatMap(({ hostPort, hostIP, containerPort, protocol = 'TCP' }) => {
    const port = hostPort ?? (spec.hostNetwork === true ? containerPort : undefined);
    return port ? [{ port, protocol, ip: hostIP || everyAddress }] : [];
  });
}
