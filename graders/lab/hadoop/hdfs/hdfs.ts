import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import type { DataNode, HdfsCluster } from './cluster.ts';
import { hops } from './hops.ts';
import { type Localities, locality } from './locality.ts';
import { type Damage, damage, type Loss } from './loss.ts';
import { type Placement, placements, type Write } from './placement.ts';

export interface HdfsOutcome {
  readonly replicas: number;
  /** Racks that the replicas of one block are in, in the luckiest and the unluckiest draw. */
  readonly racks: { readonly fewest: number; readonly most: number };
  /** Disks that each byte takes. */
  readonly copies: number;
  /** In percent. */
  readonly claimed: Localities['claimed'];
  readonly real: Localities['real'];
  /** With shares in percent; absent when nothing is lost. */
  readonly loss?: Damage;
}

/** Writes many blocks, runs a task over each, and loses what is to be lost. */
export function hdfs(cluster: HdfsCluster, write: Write, loss?: Loss): Trace<HdfsOutcome> {
  const ways = placements(cluster, write);
  const counts = ways.map(({ replicas }) => racksOf(replicas));
  const racks = { fewest: Math.min(...counts), most: Math.max(...counts) };
  const replicas = Math.max(...ways.map((way) => way.replicas.length));
  const copies = replicas * (cluster.volumeCopies ?? 1);
  const { claimed, real } = locality(cluster, ways);
  const lost = loss && damage(cluster, ways, loss);
  const outcome = {
    replicas,
    racks,
    copies,
    claimed: inPercent(claimed),
    real: inPercent(real),
    ...(lost && { loss: { ...lost, lost: percent(lost.lost), underReplicated: percent(lost.underReplicated) } }),
  };
  return { hops: [...placed(cluster, write, outcome), ...told(cluster, outcome)], outcome };
}

const racksOf = (replicas: Placement['replicas']): number => new Set(replicas.map(({ rack }: DataNode) => rack)).size;

const percent = (share: number): number => Math.round(share * 1000) / 10;

const inPercent = ({ node, rack, off }: Localities['real']): Localities['real'] => ({
  node: percent(node),
  rack: percent(rack),
  off: percent(off),
});

function placed(cluster: HdfsCluster, { writer }: Write, { replicas: n, racks, copies }: HdfsOutcome): readonly Hop[] {
  const volumes = cluster.volumeCopies ?? 1;
  const isLocal = writer !== undefined && cluster.dataNodes.some(({ name }) => name === writer);
  return [
    isLocal ? hop(hops, 'schedule', 'local', { writer }) : hop(hops, 'schedule', 'remote', {}),
    ...(cluster.topology ? [] : [hop(hops, 'schedule', 'oneRack', {})]),
    hop(hops, 'schedule', 'placed', { n, ...racks }),
    ...(volumes > 1 ? [hop(hops, 'schedule', 'copies', { n: copies, replicas: n, volumes })] : []),
  ];
}

function told(cluster: HdfsCluster, { claimed, real, loss }: HdfsOutcome): readonly Hop[] {
  const tasks = cluster.nodeManagers?.length
    ? [hop(hops, 'schedule', 'claimed', { share: claimed.node }), hop(hops, 'schedule', 'real', { share: real.node })]
    : [];
  if (!loss) return tasks;
  const seconds = loss.noticedAfter;
  return [
    ...tasks,
    ...loss.dead.map((name) => hop(hops, 'nodes', 'died', { name, seconds })),
    ...loss.returned.map((name) => hop(hops, 'nodes', 'returned', { name })),
    hop(hops, 'nodes', 'blocks', { lost: loss.lost, under: loss.underReplicated }),
    ...(loss.underReplicated === 0 ? [] : [hop(hops, 'nodes', loss.restored ? 'restored' : 'notRestored', {})]),
  ];
}
