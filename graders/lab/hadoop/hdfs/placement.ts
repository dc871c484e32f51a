import { type DataNode, type HdfsCluster, knownRack } from './cluster.ts';

/** What a client asks for when it writes a block. */
export interface Write {
  /** `dfs.replication`, at most 4. */
  readonly replication: number;
  /** Name of the DataNode that the client runs on; a client outside when omitted. */
  readonly writer?: string;
}

/** One way in which a block may be placed. */
export interface Placement {
  readonly replicas: readonly DataNode[];
  /** How likely it is, 0 to 1. */
  readonly share: number;
}

const most = { dataNodes: 16, replication: 4 } as const;

/**
 * Every way in which the default policy may place the replicas of a block, with how likely it is: the first one where the
 * client runs, the second in another rack, the third in the rack of the second, any further ones anywhere; never two on one
 * DataNode, nor more in a rack than its share.
 * @throws when the cluster is larger than the lab counts: a mistake of the author
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-hdfs/HdfsDesign.html#Replica_Placement:_The_First_Baby_Steps
 * @see BlockPlacementPolicyDefault.chooseTargetInOrder of hadoop-hdfs 3.4.1
 */
export function placements(cluster: HdfsCluster, { replication, writer }: Write): readonly Placement[] {
  if (cluster.dataNodes.length > most.dataNodes || replication > most.replication) {
    throw new Error(`at most ${most.dataNodes} DataNodes and ${most.replication} replicas`);
  }
  const wanted = Math.min(replication, cluster.dataNodes.length);
  const policy = { cluster, writer, perRack: mostPerRack(cluster, wanted) };
  let found: readonly Placement[] = [{ replicas: [], share: 1 }];
  for (let n = 0; n < wanted; n++) {
    found = found.flatMap(({ replicas, share }) => {
      const next = candidates(policy, replicas);
      return next.length === 0
        ? [{ replicas, share }]
        : next.map((one) => ({ replicas: [...replicas, one], share: share / next.length }));
    });
  }
  return found;
}

interface Policy {
  readonly cluster: HdfsCluster;
  readonly writer: string | undefined;
  readonly perRack: number;
}

/** The DataNodes among which the next replica is drawn. */
function candidates({ cluster, writer, perRack }: Policy, replicas: readonly DataNode[]): readonly DataNode[] {
  const rackOf = (one: DataNode): string => knownRack(cluster, one);
  const inRack = (rack: string): number => replicas.filter((one) => rackOf(one) === rack).length;
  const free = cluster.dataNodes.filter((one) => !replicas.includes(one) && inRack(rackOf(one)) < perRack);
  const [first, second] = replicas;
  if (!first)
    return orElse(
      free.filter(({ name }) => name === writer),
      free,
    );
  const remote = free.filter((one) => rackOf(one) !== rackOf(first));
  if (!second) return orElse(remote, free);
  if (replicas.length > 2) return free;
  if (rackOf(first) === rackOf(second)) return orElse(remote, free);
  return orElse(
    free.filter((one) => rackOf(one) === rackOf(second)),
    free,
  );
}

const orElse = <T>(preferred: readonly T[], otherwise: readonly T[]): readonly T[] =>
  preferred.length > 0 ? preferred : otherwise;

/** @see BlockPlacementPolicyDefault.getMaxNodesPerRack */
function mostPerRack(cluster: HdfsCluster, replicas: number): number {
  const racks = new Set(cluster.dataNodes.map((one) => knownRack(cluster, one))).size;
  if (racks <= 1 || replicas <= 1) return replicas;
  const share = Math.floor((replicas - 1) / racks) + 2;
  return share === replicas ? share - 1 : share;
}
