import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { type Hop, hop, says } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { schedulingOf } from '../nodes/autoscale.ts';
import { quantityText } from '../quantity.ts';
import { textMap } from '../read.ts';
import { podRequests } from '../resources.ts';
import { nodeFilter } from '../schedule/filters.ts';
import { on, type Scheduling } from '../schedule/scheduling.ts';
import type { ClusterState, NodeState, PodState } from '../state.ts';
import { planOf } from '../workloads/plan.ts';

/** Nodes that are told one by one; the rest are counted. */
const mostNodes = 5;

/**
 * What rules each node out for a pod that waits for one, as things stand at rest.
 * @returns nothing for a pod that no node was asked about: it has one, is held back, or names a node that does not exist
 */
export function nodesAgainst(state: ClusterState, pod: PodState): readonly Hop[] {
  if (!says(pod.problem, hops, 'unschedulable')) return [];
  const scheduling = schedulingOf(state);
  const filter = nodeFilter(planOf(pod), scheduling);
  const against = state.nodes.flatMap((node) => {
    const reason = filter(node);
    return reason === undefined ? [] : [refusalHop(pod, node, reason, scheduling)];
  });
  const left = against.length - mostNodes;
  return left > 0 ? [...against.slice(0, mostNodes), say(pod, 'moreNodes', { n: left })] : against;
}

function refusalHop(pod: PodState, node: NodeState, reason: string, scheduling: Scheduling): Hop {
  return (
    (reason.includes('node affinity/selector') ? labelHop(pod, node) : roomHop(pod, node, reason, scheduling)) ??
    say(pod, 'nodeRefuses', { node: node.name, reason })
  );
}

/** The first label of `nodeSelector` that the node lacks; an affinity is told in the scheduler's own words. */
function labelHop(pod: PodState, { name: node, labels }: NodeState): Hop | undefined {
  const selector = pod.spec?.nodeSelector;
  const missing = Object.entries(textMap(selector)).find(([key, value]) => own(labels, key) !== value);
  if (!missing) return undefined;
  const [key, value] = missing;
  const wanted = code(`${key}: ${value}`);
  const at = spanOf(selector, key) ?? pod.at;
  const written = own(labels, key);
  const found = written === undefined ? undefined : code(`${key}: ${written}`);
  return found === undefined
    ? say(pod, 'nodeLabelMissing', { node, wanted }, at)
    : say(pod, 'nodeLabelOther', { node, wanted, found }, at);
}

function roomHop(pod: PodState, node: NodeState, reason: string, scheduling: Scheduling): Hop | undefined {
  const resource = /^Insufficient (.*)$/.exec(reason)?.[1];
  if (resource === undefined) return undefined;
  const text = (amount: number) => quantityText(resource, Math.max(0, amount));
  const total = own(node.allocatable, resource) ?? 0;
  const used = own(on(node, scheduling).requested, resource) ?? 0;
  const asked = own(podRequests(pod.spec ?? {}), resource) ?? 0;
  return say(pod, 'nodeRoom', {
    node: node.name,
    resource,
    asked: text(asked),
    total: text(total),
    free: text(total - used),
  });
}

function say<K extends keyof (typeof hops)['messages'] & string>(
  pod: PodState,
  message: K,
  data: Parameters<typeof hop<(typeof hops)['messages'], K>>[3],
  at = pod.problem?.at ?? pod.at,
): Hop {
  return hop(hops, 'schedule', message, data, {
    resource: { kind: 'Pod', name: pod.name, namespace: pod.namespace },
    at,
  });
}
