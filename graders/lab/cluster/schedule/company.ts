import type { IPodAffinityTerm } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { matcher } from '../labels.ts';
import { namespaceLabels } from '../network/party.ts';
import { list, text, texts } from '../read.ts';
import type { NodeState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { avoided, type Placed, placedIn, type Refusal, type Scheduling } from './scheduling.ts';

/**
 * Whether a node is near the pods a pod must be near, and far from those it must avoid or that avoid it.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export function companyFilter(plan: PodPlan, scheduling: Scheduling): (node: NodeState) => Refusal | undefined {
  const { podAffinity } = plan.spec.affinity ?? {};
  const near = nearFilter(list(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution), plan, scheduling);
  const far = avoided(plan).map((term) => ({
    key: term.topologyKey,
    pods: placedIn(scheduling).filter(meantBy(term, plan, scheduling)),
  }));
  const repelling = scheduling.wary.flatMap((pod) => repellentTerms(pod, plan, scheduling));
  return (node) => {
    if (!near(node)) return "node(s) didn't match pod affinity rules";
    if (far.some(({ key, pods }) => pods.some((pod) => samePlace(key, node, pod.node)))) {
      return "node(s) didn't match pod anti-affinity rules";
    }
    const repelled = repelling.some(({ key, at }) => samePlace(key, node, at));
    return repelled ? "node(s) didn't satisfy existing pods anti-affinity rules" : undefined;
  };
}

/**
 * Company is a pod that all terms mean, and the node must be in its place by every key. The first pod of a group that
 * wants to be together has nobody to join, and may go to any node that has the keys.
 */
function nearFilter(terms: readonly IPodAffinityTerm[], plan: PodPlan, scheduling: Scheduling) {
  if (terms.length === 0) return () => true;
  const keys = terms.map(({ topologyKey }) => text(topologyKey) ?? '');
  const meant = terms.map((term) => meantBy(term, plan, scheduling));
  const isCompany = (pod: Labelled) => meant.every((means) => means(pod));
  const company = placedIn(scheduling).filter(
    (pod) => isCompany(pod) && keys.some((key) => Object.hasOwn(pod.node.labels, key)),
  );
  const isFirst = company.length === 0 && isCompany(plan);
  return (node: NodeState) =>
    keys.every((key) =>
      isFirst ? Object.hasOwn(node.labels, key) : company.some((pod) => samePlace(key, node, pod.node)),
    );
}

/** The terms by which a pod that is already there keeps this one away. */
function repellentTerms(pod: Placed, plan: PodPlan, scheduling: Scheduling) {
  return avoided(pod.plan)
    .filter((term) => meantBy(term, pod, scheduling)(plan))
    .map(({ topologyKey: key }) => ({ key, at: pod.node }));
}

type Labelled = Pick<Placed, 'namespace' | 'labels'>;

/** The pods an affinity term is about: by label, in the namespace of its owner or in those it names. */
function meantBy(term: IPodAffinityTerm, owner: Labelled, { state }: Scheduling): (pod: Labelled) => boolean {
  const named = texts(term.namespaces);
  const byLabels = matcher(term.labelSelector);
  const byNamespace = matcher(term.namespaceSelector);
  const isOwn = named.length === 0 && !term.namespaceSelector;
  const alike = texts(term.matchLabelKeys).filter((key) => Object.hasOwn(owner.labels, key));
  const unlike = texts(term.mismatchLabelKeys).filter((key) => Object.hasOwn(owner.labels, key));
  return ({ namespace, labels }) => {
    const inside = isOwn
      ? namespace === owner.namespace
      : named.includes(namespace) || byNamespace(namespaceLabels(state, namespace));
    const same = (key: string) => own(labels, key) === own(owner.labels, key);
    return inside && byLabels(labels) && alike.every(same) && !unlike.some(same);
  };
}

/** Whether two nodes count as the same place under a topology key. */
function samePlace(topologyKey: unknown, node: NodeState, other: NodeState): boolean {
  const key = text(topologyKey) ?? '';
  return Object.hasOwn(node.labels, key) && own(node.labels, key) === own(other.labels, key);
}
