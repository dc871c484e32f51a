import { couldEverFit, nodeFilter } from '../schedule/filters.ts';
import { type Scheduling, withPlaced } from '../schedule/scheduling.ts';
import type { NodeState, PodState } from '../state.ts';
import { planOf } from '../workloads/plan.ts';
import { machineOf, membersOf, type NodeGroup } from './groups.ts';

/** A machine that was added, and the pods it was added for. */
export interface Growth {
  readonly group: string;
  readonly node: NodeState;
  readonly pods: readonly PodState[];
}

export interface Grown {
  readonly scheduling: Scheduling;
  readonly added: readonly Growth[];
  /** Pods that no machine of any pool would help, or whose pools are full. */
  readonly stranded: readonly PodState[];
}

/**
 * Adds machines for pods that no node takes: what counts is what they *request*, never what anybody uses. Of the pools
 * whose machines would do, the one that takes the most of the waiting pods grows first.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#how-does-scale-up-work
 */
export function grow(pending: readonly PodState[], groups: readonly NodeGroup[], before: Scheduling): Grown {
  let scheduling = before;
  let waiting = pending;
  const added: Growth[] = [];
  while (waiting.length > 0) {
    const options = groups.flatMap((group) => {
      const members = membersOf(group, scheduling.nodes);
      if (members.length >= group.max) return [];
      const node = machineOf(group, members.length + 1, scheduling.nodes.length);
      const filled = fill(waiting, node, { ...scheduling, nodes: [...scheduling.nodes, node] });
      return filled.taken.length > 0 ? [{ group: group.name, node, ...filled }] : [];
    });
    const best = options.reduce<(typeof options)[number] | undefined>(
      (chosen, option) => (chosen && chosen.taken.length >= option.taken.length ? chosen : option),
      undefined,
    );
    if (!best) break;
    added.push({ group: best.group, node: best.node, pods: best.taken });
    scheduling = best.scheduling;
    waiting = waiting.filter((pod) => !best.taken.includes(pod));
  }
  return { scheduling, added, stranded: waiting };
}

/** The waiting pods that a new machine takes, in order. */
function fill(waiting: readonly PodState[], node: NodeState, before: Scheduling) {
  let scheduling = before;
  const taken: PodState[] = [];
  for (const pod of waiting) {
    const plan = planOf(pod);
    if (!couldEverFit(plan, node) || nodeFilter(plan, scheduling)(node)) continue;
    scheduling = withPlaced(scheduling, plan, node);
    taken.push(pod);
  }
  return { scheduling, taken };
}
