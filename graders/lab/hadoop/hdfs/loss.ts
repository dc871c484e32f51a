import { type DataNode, type HdfsCluster, machineOf } from './cluster.ts';
import type { Placement } from './placement.ts';

/** What is lost at once, for good: machines, the machines of a rack, or pods that are replaced. */
export interface Loss {
  readonly machines?: readonly string[];
  readonly rack?: string;
  /** DataNodes whose pod is deleted and comes back, by name. */
  readonly pods?: readonly string[];
}

/** What becomes of the blocks, as shares of all blocks, 0 to 1. */
export interface Damage {
  /** DataNodes whose blocks are gone. */
  readonly dead: readonly string[];
  /** DataNodes that come back with their blocks, on another machine or in a new pod. */
  readonly returned: readonly string[];
  /** Blocks of which no replica is left. */
  readonly lost: number;
  /** Blocks that have fewer replicas than before, and still some. */
  readonly underReplicated: number;
  /** The NameNode can bring those back to where they were, with the DataNodes that are left. */
  readonly restored: boolean;
  /** Seconds until the NameNode takes a silent DataNode for dead. */
  readonly noticedAfter: number;
}

/**
 * `2 × dfs.namenode.heartbeat.recheck-interval + 10 × dfs.heartbeat.interval` with the defaults of 300 s and 3 s.
 * @see DatanodeManager of hadoop-hdfs 3.4.1
 */
const deadAfter = 2 * 300 + 10 * 3;

/** What the loss does to blocks that may be placed in these ways. */
export function damage(cluster: HdfsCluster, ways: readonly Placement[], loss: Loss): Damage {
  const fate = new Map(cluster.dataNodes.map((one) => [one, fateOf(one, loss)] as const));
  const isDead = (one: DataNode): boolean => fate.get(one) === 'dead';
  const alive = cluster.dataNodes.filter((one) => !isDead(one));
  let [lost, underReplicated, restored] = [0, 0, true];
  for (const { replicas, share } of ways) {
    const left = replicas.filter((one) => !isDead(one)).length;
    if (left === replicas.length) continue;
    if (left === 0) lost += share;
    else {
      underReplicated += share;
      restored &&= alive.length >= replicas.length;
    }
  }
  const named = (what: Fate) => cluster.dataNodes.filter((one) => fate.get(one) === what).map(({ name }) => name);
  return { dead: named('dead'), returned: named('returned'), lost, underReplicated, restored, noticedAfter: deadAfter };
}

type Fate = 'untouched' | 'dead' | 'returned';

function fateOf(one: DataNode, { machines = [], rack, pods = [] }: Loss): Fate {
  const { storage = 'machine' } = one;
  if (machines.includes(machineOf(one)) || one.rack === rack) return storage === 'network' ? 'returned' : 'dead';
  if (!pods.includes(one.name)) return 'untouched';
  return storage === 'pod' ? 'dead' : 'returned';
}
