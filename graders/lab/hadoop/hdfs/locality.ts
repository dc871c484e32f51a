import { type DataNode, type HdfsCluster, knownRack, type Member, machineOf } from './cluster.ts';
import type { Placement } from './placement.ts';

/** How near a map task runs to a replica of its block, as shares of the tasks, 0 to 1. */
export interface Locality {
  readonly node: number;
  readonly rack: number;
  readonly off: number;
}

export interface Localities {
  /** As YARN counts it, by host names and the racks it was told. */
  readonly claimed: Locality;
  /** As the bytes travel: `node` when they are read from a disk of the machine that the task runs on. */
  readonly real: Locality;
}

const none: Locality = { node: 0, rack: 0, off: 0 };

/**
 * Where the tasks of many blocks run, with room everywhere: YARN takes a NodeManager with the host name of a replica, else one in the
 * rack of a replica, else any; among those that are alike, any.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-common/RackAwareness.html
 */
export function locality(cluster: HdfsCluster, ways: readonly Placement[]): Localities {
  const managers = cluster.nodeManagers ?? [];
  let [claimed, real] = [none, none];
  for (const { replicas, share } of managers.length === 0 ? [] : ways) {
    const asSeen = managers.map((manager) => nearestOf(replicas, (one) => seen(cluster, manager, one)));
    const best = Math.min(2, ...asSeen) as Distance;
    const chosen = managers.filter((_, index) => asSeen[index] === best);
    for (const manager of chosen) {
      const part = share / chosen.length;
      claimed = plus(claimed, best, part);
      real = plus(
        real,
        nearestOf(replicas, (one) => travelled(manager, one)),
        part,
      );
    }
  }
  return { claimed, real };
}

/** 0 on the node, 1 in the rack, 2 off the rack. */
type Distance = 0 | 1 | 2;

function seen(cluster: HdfsCluster, manager: Member, replica: DataNode): Distance {
  if (manager.name === replica.name) return 0;
  return knownRack(cluster, manager) === knownRack(cluster, replica) ? 1 : 2;
}

function travelled(manager: Member, replica: DataNode): Distance {
  if (replica.storage === 'network') return manager.rack === replica.rack ? 1 : 2;
  if (machineOf(manager) === machineOf(replica)) return 0;
  return manager.rack === replica.rack ? 1 : 2;
}

const nearestOf = (replicas: readonly DataNode[], distance: (one: DataNode) => Distance): Distance =>
  Math.min(2, ...replicas.map(distance)) as Distance;

function plus(locality: Locality, distance: Distance, share: number): Locality {
  const key = (['node', 'rack', 'off'] as const)[distance];
  return { ...locality, [key]: locality[key] + share };
}
