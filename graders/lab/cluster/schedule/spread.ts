import type { ITopologySpreadConstraint } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { matcher } from '../labels.ts';
import { integer, list, text, texts } from '../read.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { fitsNode } from './affinity.ts';
import { on, type Refusal, type Scheduling } from './scheduling.ts';
import { untolerated } from './taints.ts';

/**
 * Whether placing a pod on a node would leave some domain further behind than `maxSkew`. Only nodes that have the keys of
 * all constraints count.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadFilter(plan: PodPlan, scheduling: Scheduling): (node: NodeState) => Refusal | undefined {
  const strict = list(plan.spec.topologySpreadConstraints).filter(
    ({ whenUnsatisfiable }) => whenUnsatisfiable !== 'ScheduleAnyway',
  );
  const keys = strict.map(({ topologyKey }) => text(topologyKey) ?? '');
  const within = scheduling.nodes.filter(({ labels }) => keys.every((key) => Object.hasOwn(labels, key)));
  const constraints = strict.map((constraint) => skewOf(constraint, plan, { ...scheduling, nodes: within }));
  return (node) => {
    for (const refuse of constraints) {
      const refusal = refuse(node);
      if (refusal) return refusal;
    }
    return undefined;
  };
}

function skewOf(constraint: ITopologySpreadConstraint, plan: PodPlan, scheduling: Scheduling) {
  const key = text(constraint.topologyKey) ?? '';
  const meant = meantBy(constraint, plan);
  const perDomain = new Map<string, number>();
  for (const node of scheduling.nodes) {
    const domain = own(node.labels, key);
    if (domain === undefined || !counts(constraint, plan, node)) continue;
    let count = 0;
    for (const pod of on(node, scheduling).pods) if (pod.namespace === plan.namespace && meant(pod.labels)) count++;
    perDomain.set(domain, (perDomain.get(domain) ?? 0) + count);
  }
  const tooFew = perDomain.size < (integer(constraint.minDomains) ?? 0);
  const least = tooFew ? 0 : Math.min(...perDomain.values());
  const self = meant(plan.labels) ? 1 : 0;
  const most = integer(constraint.maxSkew) ?? 1;
  return (node: NodeState): Refusal | undefined => {
    const domain = own(node.labels, key);
    if (domain === undefined) return "node(s) didn't match pod topology spread constraints (missing required label)";
    const skew = (perDomain.get(domain) ?? 0) + self - least;
    return skew > most ? "node(s) didn't match pod topology spread constraints" : undefined;
  };
}

/** By default nodes that the pod's affinity excludes do not count, and tainted ones do. */
function counts({ nodeAffinityPolicy, nodeTaintsPolicy }: ITopologySpreadConstraint, plan: PodPlan, node: NodeState) {
  return (
    (nodeAffinityPolicy === 'Ignore' || fitsNode(plan.spec, node)) &&
    (nodeTaintsPolicy !== 'Honor' || untolerated(plan, node) === undefined)
  );
}

function meantBy({ labelSelector, matchLabelKeys }: ITopologySpreadConstraint, plan: PodPlan) {
  const keys = texts(matchLabelKeys).filter((key) => Object.hasOwn(plan.labels, key));
  const selected = matcher(labelSelector);
  return (labels: PodPlan['labels']) =>
    selected(labels) && keys.every((key) => own(labels, key) === own(plan.labels, key));
}
