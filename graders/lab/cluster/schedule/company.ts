import type { IPodAffinityTerm } from 'kubernetes-models/v1';
import { matcher } from '../labels.ts';
import { namespaceLabels } from '../network/party.ts';
import { list, text, texts } from '../read.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { type Placed, placedIn, type Refusal, type Scheduling } from './scheduling.ts';

/**
 * Whether a node is near the pods a pod must be near, and far from those it must avoid or that avoid it. The first pod of
 * a group that wants to be together has nobody to join, and may go anywhere.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export function companyFilter(plan: PodPlan, scheduling: Scheduling): (node: NodeState) => Refusal | undefined {
  const { podAffinity, podAntiAffinity } = plan.spec.affinity ?? {};
  const placed = placedIn(scheduling);
  const matched = (terms: readonly IPodAffinityTerm[] | undefined) =>
    list(terms).map((term) => {
      const meant = meantBy(term, plan.namespace, scheduling);
      return { key: term.topologyKey, pods: placed.filter(meant), self: meant(plan) };
    });
  const near = matched(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  const far = matched(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  const repelling = placed.flatMap((pod) => repellentTerms(pod, plan, scheduling));
  return (node) => {
    const isNear = near.every(
      ({ key, pods, self }) => pods.some((pod) => samePlace(key, node, pod.node)) || (pods.length === 0 && self),
    );
    if (!isNear) return "node(s) didn't match pod affinity rules";
    if (far.some(({ key, pods }) => pods.some((pod) => samePlace(key, node, pod.node)))) {
      return "node(s) didn't match pod anti-affinity rules";
    }
    const repelled = repelling.some(({ key, at }) => samePlace(key, node, at));
    return repelled ? "node(s) didn't satisfy existing pods anti-affinity rules" : undefined;
  };
}

/** The terms by which a pod that is already there keeps this one away. */
function repellentTerms(pod: Placed, plan: PodPlan, scheduling: Scheduling) {
  const terms = list(pod.plan.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  return terms
    .filter((term) => meantBy(term, pod.namespace, scheduling)(plan))
    .map(({ topologyKey: key }) => ({ key, at: pod.node }));
}

type Labelled = Pick<Placed, 'namespace' | 'labels'>;

/** The pods an affinity term is about: by label, in its own namespace or in those it names. */
function meantBy(term: IPodAffinityTerm, own: string, { state }: Scheduling): (pod: Labelled) => boolean {
  const named = texts(term.namespaces);
  const byLabels = matcher(term.labelSelector);
  const byNamespace = matcher(term.namespaceSelector);
  const isOwn = named.length === 0 && !term.namespaceSelector;
  return ({ namespace, labels }) => {
    const inside = isOwn
      ? namespace === own
      : named.includes(namespace) || byNamespace(namespaceLabels(state, namespace));
    return inside && byLabels(labels);
  };
}

/** Whether two nodes count as the same place under a topology key. */
function samePlace(topologyKey: unknown, node: NodeState, other: NodeState): boolean {
  const key = text(topologyKey) ?? '';
  return Object.hasOwn(node.labels, key) && node.labels[key] === other.labels[key];
}
