import { newNode } from '../nodes.ts';
import type { NodeState } from '../state.ts';

/** A pool of equal machines that can grow and shrink. */
export interface NodeGroup {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** What every machine of the pool is like. */
  readonly template: Partial<Pick<NodeState, 'labels' | 'taints' | 'allocatable'>>;
  /** Machines of the pool that already exist, by name. */
  readonly nodes?: readonly string[];
}

/** A new machine of a pool, the nth of its name in a cluster that has `count` machines. */
export function machineOf({ name, template }: NodeGroup, nth: number, count: number): NodeState {
  return newNode(`${name}-${nth}`, count, template);
}

/** The existing machines of a pool. */
export function membersOf(group: NodeGroup, nodes: readonly NodeState[]): readonly NodeState[] {
  return nodes.filter(({ name }) => group.nodes?.includes(name) || name.startsWith(`${group.name}-`));
}
