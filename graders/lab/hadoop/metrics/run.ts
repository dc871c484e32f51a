import { random } from './random.ts';

/** What is wrong with a run of a job. */
export type Fault = 'none' | 'skew' | 'slow-disk' | 'small-files' | 'gc' | 'shuffle';

/** A run of a MapReduce job on a few workers, each with a DataNode and a NodeManager. The same seed gives the same run. */
export interface JobRun {
  readonly seed: number;
  readonly fault: Fault;
}

/** Something that is exposed: a counter that grows evenly or, with `perSecond` 0, a gauge. */
export interface Measured {
  /** With the name of the metric under `__name__`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Value when the hour that is looked at began. */
  readonly base: number;
  readonly perSecond: number;
}

/** Traffic between the pods of Hadoop, for whoever knows what a mesh makes of it. */
export interface JobTraffic {
  readonly from: string;
  readonly to: string;
  readonly perSecond: number;
  readonly statuses?: Readonly<Record<string, number>>;
  readonly durations?: Readonly<Record<string, number>>;
  /** Weights of the pods of the destination: all of it is for one. */
  readonly replicas: readonly number[];
}

export const workers = 4;
const reduces = 6;
const [kib, mib, gib] = [1024, 1024 ** 2, 1024 ** 3];

/**
 * What the exporters of a Hadoop cluster tell of a run: the JMX exporter in its processes, the node exporter, and one that reads the
 * history server. One worker or one task is the culprit; which, the seed says. Names are those of Hadoop's metrics in lower case.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-common/Metrics.html
 * @see https://github.com/prometheus/jmx_exporter
 * @see https://hadoop.apache.org/docs/current/hadoop-mapreduce-client/hadoop-mapreduce-client-hs/HistoryServerRest.html
 */
export function measure({ seed, fault }: JobRun): readonly Measured[] {
  const { between, culprit, culpritTask } = drawn(seed);
  const is = (kind: Fault, worker: number) => fault === kind && worker === culprit;
  const perWorker = range(workers).flatMap((worker): Measured[] => {
    const [node, data, manager] = [`nodo-${worker}`, `datanode-${worker}`, `nodemanager-${worker}`];
    const mapSeconds = fault === 'small-files' ? between(2, 4) : between(18, 24);
    const slowed = is('slow-disk', worker) ? 4.5 : is('gc', worker) ? 2.6 : 1;
    return [
      gauge('mapreduce_map_seconds_avg', { job: 'ventas', pod: manager }, mapSeconds * slowed),
      gauge('hadoop_datanode_readblockopavgtime', { pod: data }, between(8, 14) * (is('slow-disk', worker) ? 20 : 1)),
      counter(
        'node_disk_io_time_seconds_total',
        { node },
        is('slow-disk', worker) ? between(0.96, 0.99) : between(0.2, 0.4),
      ),
      counter(
        'jvm_gc_collection_seconds_sum',
        { pod: manager, process: 'task' },
        is('gc', worker) ? between(0.38, 0.55) : between(0.01, 0.03),
      ),
      counter('jvm_gc_collection_seconds_sum', { pod: manager, process: 'nodemanager' }, between(0.002, 0.006)),
      gauge(
        'hadoop_nodemanager_shuffleconnections',
        { pod: manager },
        Math.round(is('shuffle', worker) ? between(480, 500) : between(20, 40)),
      ),
      counter(
        'hadoop_nodemanager_shuffleoutputsfailed',
        { pod: manager },
        is('shuffle', worker) ? between(2.5, 4.5) : 0,
      ),
    ];
  });
  const perReduce = range(reduces).flatMap((task): Measured[] => {
    const heavy = fault === 'skew' && task === culpritTask ? between(7, 9) : 1;
    const labels = { job: 'ventas', type: 'reduce', task: `r_00000${task}` };
    return [
      gauge('mapreduce_task_input_bytes', labels, Math.round(between(0.9, 1.1) * gib * heavy)),
      gauge('mapreduce_task_seconds', labels, between(105, 130) * heavy),
    ];
  });
  const isSmall = fault === 'small-files';
  return [
    gauge('mapreduce_job_maps', { job: 'ventas' }, isSmall ? Math.round(between(9000, 12_000)) : 48),
    gauge(
      'mapreduce_job_map_input_bytes',
      { job: 'ventas' },
      isSmall ? Math.round(10_000 * between(400, 700) * kib) : Math.round(48 * between(120, 128) * mib),
    ),
    gauge('hadoop_namenode_filestotal', {}, Math.round(isSmall ? between(3.2e7, 4.4e7) : between(1.8e5, 2.2e5))),
    gauge('hadoop_namenode_rpcqueuetimeavgtime', {}, isSmall ? between(40, 70) : between(0.4, 0.9)),
    ...perReduce,
    ...perWorker,
  ];
}

/** What the pods of Hadoop say to each other in a run. A slow disk gives fewer blocks; a server of the shuffle that is full, 503. */
export function trafficOf({ seed, fault }: JobRun): readonly JobTraffic[] {
  const { culprit } = drawn(seed);
  return range(workers).flatMap((worker): JobTraffic[] => {
    const alone = { replicas: range(workers).map((one) => (one === worker ? 1 : 0)) };
    const isFull = fault === 'shuffle' && worker === culprit;
    const isSlow = fault === 'slow-disk' && worker === culprit;
    return [
      {
        from: 'hadoop/nodemanager',
        to: `http://nodemanager-${worker}.nodemanager.hadoop:13562/mapOutput`,
        perSecond: 20,
        ...(isFull && { statuses: { 503: 0.3 } }),
        durations: isFull ? { 20: 0.3, 2400: 0.7 } : { 20: 1 },
        ...alone,
      },
      {
        from: 'hadoop/nodemanager',
        to: `tcp://datanode-${worker}.datanode.hadoop:9866`,
        perSecond: isSlow ? 1 : 6,
        ...alone,
      },
    ];
  });
}

/** Culprits first, so that the fault does not change who they would be. */
function drawn(seed: number) {
  const between = random(seed);
  const culprit = Math.floor(between(0, workers));
  return { between, culprit, culpritTask: Math.floor(between(0, reduces)) };
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

function gauge(name: string, labels: Readonly<Record<string, string>>, value: number): Measured {
  return { labels: { __name__: name, ...labels }, base: rounded(value), perSecond: 0 };
}

function counter(name: string, labels: Readonly<Record<string, string>>, perSecond: number): Measured {
  return { labels: { __name__: name, ...labels }, base: Math.round(perSecond * 40_000), perSecond: rounded(perSecond) };
}

/** Three decimals: what a dump shows is what a query gets. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
