import { hop, type Trace } from '../../../core/trace.ts';
import type { Mesh } from '../../istio/index.ts';
import { type Carried, carry } from './carry.ts';
import { hops } from './hops.ts';
import { type Fleet, type Registered, registrations } from './registration.ts';
import { urlOf } from './wire.ts';

export interface BlockRead extends Fleet {
  /** Who reads, as `namespace/workload`. */
  readonly from: string;
  /** `dfs.client.use.datanode.hostname`: the client goes by the name of the DataNode instead of its address. */
  readonly byName?: boolean;
}

export type ReadOutcome = {
  /** DataNodes that the NameNode knows. */
  readonly datanodes: number;
  /** The bytes of the block come. */
  readonly arrives: boolean;
  /** What kept them from coming, `no-datanode` where nobody has the block; null where nothing did. */
  readonly refusal: string | null;
  /** How the bytes travel: `mutual` or `plaintext`; null where none come. */
  readonly tls: string | null;
};

/**
 * A client reads a block: it asks the NameNode where it is, and goes there by itself. The NameNode answers with what it wrote down
 * when the DataNodes registered.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-hdfs/HdfsMultihoming.html
 */
export function readBlock(mesh: Mesh, { from, byName = false, ...fleet }: BlockRead): Trace<ReadOutcome> {
  const known = registrations(mesh, fleet);
  const count = known.outcome.length;
  const asked = carry(mesh, { flow: 'rpc', from, host: fleet.host });
  if (!asked.arrives) return ended([...known.hops, ...asked.hops], count, asked);
  const [node] = known.outcome;
  if (!node) {
    const told = [...known.hops, hop(hops, 'endpoint', 'nobodyHasIt', {})];
    return { hops: told, outcome: { datanodes: 0, arrives: false, refusal: 'no-datanode', tls: null } };
  }
  const host = byName ? hostOf(node) : node.address;
  const read = carry(mesh, { flow: 'data', from, host });
  return ended([...known.hops, hop(hops, 'client', 'located', { address: host }), ...read.hops], count, read);
}

function ended(told: Trace['hops'], datanodes: number, { arrives, refusal, outcome }: Carried): Trace<ReadOutcome> {
  return { hops: told, outcome: { datanodes, arrives, refusal, tls: arrives ? outcome.tls : null } };
}

/** The name a DataNode gives itself: that of its pod under its headless Service. */
function hostOf({ pod }: Registered): string {
  const { serviceName = pod.workload.name } = (pod.from.data as { spec?: { serviceName?: string } }).spec ?? {};
  return `${pod.name}.${serviceName}.${pod.namespace}.svc.cluster.local`;
}

export interface WebRead extends Fleet {
  readonly from: string;
  /** Where the client looks for WebHDFS, where it is another host than `host`: that of a gateway. */
  readonly web?: string;
}

export type WebOutcome = {
  /** What the first request gets: 307 where the NameNode answers. */
  readonly first: number | null;
  /** What the request to the DataNode gets; null where it goes nowhere. */
  readonly second: number | null;
  readonly arrives: boolean;
};

/**
 * A client opens a file by WebHDFS: the NameNode redirects to the DataNode that has it, by the name of that one.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-hdfs/WebHDFS.html#Open_and_Read_a_File
 */
export function openByWeb(mesh: Mesh, { from, web, ...fleet }: WebRead): Trace<WebOutcome> {
  const asked = carry(mesh, { flow: 'webhdfs', from, host: web ?? fleet.host });
  const { status } = asked.outcome;
  if (!asked.arrives) return { hops: asked.hops, outcome: { first: status ?? null, second: null, arrives: false } };
  const known = registrations(mesh, fleet);
  const [node] = known.outcome;
  const told = [...asked.hops, ...known.hops];
  if (!node) {
    return {
      hops: [...told, hop(hops, 'endpoint', 'nobodyHasIt', {})],
      outcome: { first: 403, second: null, arrives: false },
    };
  }
  const host = hostOf(node);
  const followed = carry(mesh, { flow: 'webhdfs-data', from, host });
  return {
    hops: [...told, hop(hops, 'client', 'redirects', { host: urlOf('webhdfs-data', host, '') }), ...followed.hops],
    outcome: { first: 307, second: followed.outcome.status ?? null, arrives: followed.arrives },
  };
}
