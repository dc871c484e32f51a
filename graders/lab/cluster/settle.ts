import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { podIp } from './addresses.ts';
import { type ImageSource, opaqueImage } from './images.ts';
import { runPod } from './kubelet/pod.ts';
import { nodesOf } from './nodes.ts';
import type { ClusterState, NodeState } from './state.ts';
import { plannedPods } from './workloads/pods.ts';

export interface SettleOptions {
  /** Where images come from. By default every image exists and answers on any port. */
  readonly images?: ImageSource;
}

export interface Settled {
  readonly state: ClusterState;
  /** Every decision on the way, in the order in which it was taken. */
  readonly hops: readonly Hop[];
}

/**
 * Applies the objects of a world to an empty cluster and waits until nothing changes any more: controllers have made
 * their pods, the scheduler has placed them, the kubelets have started them. Names, addresses and order are the same on
 * every run.
 */
export function settle(resources: readonly Resource[], options: SettleOptions = {}): Settled {
  const images = options.images ?? ((reference) => ({ image: opaqueImage(reference) }));
  const applied = lastApplied(resources);
  const nodes = nodesOf(applied);
  const pods = plannedPods(applied, nodes).map((plan, index) =>
    runPod(plan, nodeFor(nodes, index, plan.onlyNode), podIp(index), images),
  );
  return { state: { clock: 0, resources: applied, nodes, pods }, hops: [] };
}

/** Of two objects with the same identity, the one applied last stays, in the place of the first. */
export function lastApplied(resources: readonly Resource[]): readonly Resource[] {
  const byIdentity = new Map<string, Resource>();
  for (const [index, resource] of resources.entries()) byIdentity.set(identity(resource, index), resource);
  return [...byIdentity.values()];
}

function identity({ group, kind, namespace = '', name }: Resource, index: number): string {
  return name === '' ? `#${index}` : `${group}/${kind}/${namespace}/${name}`;
}

function nodeFor(nodes: readonly NodeState[], index: number, only: string | undefined): NodeState {
  return (only && nodes.find(({ name }) => name === only)) || (nodes[index % nodes.length] as NodeState);
}
