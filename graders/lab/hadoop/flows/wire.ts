/** The conversations of a Hadoop cluster that a mesh may come between. */
export type FlowName = 'rpc' | 'yarn' | 'data' | 'webhdfs' | 'webhdfs-data' | 'httpfs' | 'shuffle' | 'ui';

/** What travels, and where to. */
export interface Wire {
  /** Default port. */
  readonly port: number;
  /** What the bytes are: HTTP, or something only Hadoop understands. In all of them the client speaks first. */
  readonly speaks: 'http' | 'opaque';
  /** A path of it, where it has any. */
  readonly path: string;
}

/**
 * Hadoop RPC begins with `hrpc` from the client and goes on with length-prefixed protobuf; data transfer begins with a version
 * and an operation, or with SASL. WebHDFS, HttpFS, the shuffle of MapReduce and the web interfaces are HTTP.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-hdfs/hdfs-default.xml
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-hdfs/WebHDFS.html
 * @see https://hadoop.apache.org/docs/current/hadoop-mapreduce-client/hadoop-mapreduce-client-core/PluggableShuffleAndPluggableSort.html
 * @see `Client.Connection.writeConnectionHeader`, `Sender` and `ShuffleHandler` of apache/hadoop
 */
export const wires: Readonly<Record<FlowName, Wire>> = {
  rpc: { port: 8020, speaks: 'opaque', path: '' },
  yarn: { port: 8032, speaks: 'opaque', path: '' },
  data: { port: 9866, speaks: 'opaque', path: '' },
  webhdfs: { port: 9870, speaks: 'http', path: '/webhdfs/v1/datos/ventas?op=GETFILESTATUS' },
  'webhdfs-data': { port: 9864, speaks: 'http', path: '/webhdfs/v1/datos/ventas?op=OPEN' },
  httpfs: { port: 14_000, speaks: 'http', path: '/webhdfs/v1/datos/ventas?op=OPEN' },
  shuffle: { port: 13_562, speaks: 'http', path: '/mapOutput?job=job_1&reduce=0&map=attempt_1' },
  ui: { port: 8088, speaks: 'http', path: '/cluster' },
};

/**
 * The URL with which the lab carries a flow to a host.
 * @param host with a port of its own where it is not the usual one: that of a gateway
 */
export function urlOf(flow: FlowName, host: string, path = wires[flow].path): string {
  const { port, speaks } = wires[flow];
  const authority = host.includes(':') ? host : `${host}:${port}`;
  return speaks === 'http' ? `http://${authority}${path}` : `tcp://${authority}`;
}
