import type { Resource } from '../../../model/manifests/manifests.ts';
import { nodesOf } from '../nodes.ts';
import { text } from '../read.ts';
import { planPod, podAsTemplate } from '../workloads/plan.ts';
import { nodeFilter } from './filters.ts';
import { nothingPlaced, withPlaced } from './scheduling.ts';

/**
 * The nodes that no filter refuses for a pod, in order of name, in a cluster whose other pods already have theirs.
 * @param resources nodes, namespaces, and the pods with a node
 */
export function fittingNodes(resources: readonly Resource[], pod: Resource): readonly string[] {
  const plan = (one: Resource) => planPod(one, one.name, {}, podAsTemplate(one));
  const nodes = nodesOf(resources);
  const pods = resources.filter(({ group, kind }) => group === '' && kind === 'Pod').map(plan);
  const placed = pods.reduce(
    (scheduling, one) => {
      const node = nodes.find(({ name }) => name === text(one.spec.nodeName));
      return node ? withPlaced(scheduling, one, node) : scheduling;
    },
    nothingPlaced({ resources }, nodes),
  );
  const refusalOf = nodeFilter(plan(pod), placed);
  return nodes
    .filter((node) => refusalOf(node) === undefined)
    .map(({ name }) => name)
    .sort();
}
