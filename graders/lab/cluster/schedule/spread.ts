import type { ITopologySpreadConstraint } from 'kubernetes-models/v1';
import { selects } from '../labels.ts';
import { integer, list, text, texts } from '../read.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { fitsNode } from './affinity.ts';
import type { Refusal, Scheduling } from './scheduling.ts';
import { untolerated } from './taints.ts';

/**
 * Whether placing a pod on a node would leave some domain further behind than `maxSkew`.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadRefusal(plan: PodPlan, node: NodeState, scheduling: Scheduling): Refusal | undefined {
  const strict = list(plan.spec.topologySpreadConstraints).filter(
    ({ whenUnsatisfiable }) => whenUnsatisfiable !== 'ScheduleAnyway',
  );
  for (const constraint of strict) {
    const key = text(constraint.topologyKey) ?? '';
    if (!Object.hasOwn(node.labels, key)) {
      return "node(s) didn't match pod topology spread constraints (missing required label)";
    }
    if (tooUneven(constraint, key, plan, node, scheduling)) {
      return "node(s) didn't match pod topology spread constraints";
    }
  }
  return undefined;
}

function tooUneven(
  constraint: ITopologySpreadConstraint,
  key: string,
  plan: PodPlan,
  node: NodeState,
  { nodes, placed }: Scheduling,
): boolean {
  const counted = nodes.filter(
    (candidate) => Object.hasOwn(candidate.labels, key) && counts(constraint, plan, candidate),
  );
  const perDomain = new Map(counted.map((candidate) => [candidate.labels[key] ?? '', 0]));
  const meant = selectorOf(constraint, plan);
  for (const pod of placed) {
    const domain = pod.node.labels[key] ?? '';
    if (!counted.includes(pod.node) || pod.namespace !== plan.namespace || !meant(pod.labels)) continue;
    perDomain.set(domain, (perDomain.get(domain) ?? 0) + 1);
  }
  const least = perDomain.size < (integer(constraint.minDomains) ?? 0) ? 0 : Math.min(...perDomain.values());
  const here = (perDomain.get(node.labels[key] ?? '') ?? 0) + (meant(plan.labels) ? 1 : 0);
  return perDomain.size > 0 && here - least > (integer(constraint.maxSkew) ?? 1);
}

/** By default nodes that the pod's affinity excludes do not count, and tainted ones do. */
function counts({ nodeAffinityPolicy, nodeTaintsPolicy }: ITopologySpreadConstraint, plan: PodPlan, node: NodeState) {
  return (
    (nodeAffinityPolicy === 'Ignore' || fitsNode(plan.spec, node)) &&
    (nodeTaintsPolicy !== 'Honor' || untolerated(plan, node) === undefined)
  );
}

function selectorOf({ labelSelector, matchLabelKeys }: ITopologySpreadConstraint, plan: PodPlan) {
  const keys = texts(matchLabelKeys).filter((key) => Object.hasOwn(plan.labels, key));
  return (labels: PodPlan['labels']) =>
    selects(labelSelector, labels) && keys.every((key) => labels[key] === plan.labels[key]);
}
