import { own } from '../../../core/own.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { hops } from './hops.ts';
import type { Fault, Measured } from './run.ts';

export type Diagnosis = {
  readonly fault: Fault;
  /** The pod, node or task it is about; null where it is about the whole job. */
  readonly culprit: string | null;
};

/**
 * What an experienced person finds in the metrics of a run: not the biggest number, but the one that stands out from those of its
 * peers, or from what such a job should have.
 */
export function diagnose(measured: readonly Measured[]): Trace<Diagnosis> {
  for (const look of [skewed, slowDisk, smallFiles, collecting, shuffling]) {
    const found = look(measured);
    if (found) return { hops: [found.told], outcome: { fault: found.fault, culprit: found.culprit } };
  }
  return { hops: [hop(hops, 'metric', 'healthy', {})], outcome: { fault: 'none', culprit: null } };
}

interface Found extends Diagnosis {
  readonly told: Hop;
}

type Look = (measured: readonly Measured[]) => Found | undefined;

const skewed: Look = (measured) => {
  const { label, value, usual } = outlier(measured, 'mapreduce_task_input_bytes', 'task', now);
  if (value <= 3 * usual) return undefined;
  return {
    fault: 'skew',
    culprit: label,
    told: hop(hops, 'metric', 'skewed', { task: label, times: rounded(value / usual) }),
  };
};

const slowDisk: Look = (measured) => {
  const read = outlier(measured, 'hadoop_datanode_readblockopavgtime', 'pod', now);
  const busy = outlier(measured, 'node_disk_io_time_seconds_total', 'node', pace);
  if (read.value <= 5 * read.usual || busy.value <= 0.9) return undefined;
  const data = {
    pod: read.label,
    milliseconds: rounded(read.value),
    usual: rounded(read.usual),
    percent: Math.round(busy.value * 100),
  };
  return { fault: 'slow-disk', culprit: read.label, told: hop(hops, 'metric', 'slowDisk', data) };
};

/** Bytes of a split below which starting the task costs more than its work. */
const tiny = 16 * 1024 ** 2;

const smallFiles: Look = (measured) => {
  const maps = total(measured, 'mapreduce_job_maps');
  const each = total(measured, 'mapreduce_job_map_input_bytes') / Math.max(1, maps);
  if (maps === 0 || each >= tiny) return undefined;
  return {
    fault: 'small-files',
    culprit: null,
    told: hop(hops, 'metric', 'smallFiles', { maps, kilobytes: Math.round(each / 1024) }),
  };
};

const collecting: Look = (measured) => {
  const { label, value } = outlier(measured, 'jvm_gc_collection_seconds_sum', 'pod', pace);
  if (value <= 0.2) return undefined;
  return {
    fault: 'gc',
    culprit: label,
    told: hop(hops, 'metric', 'collecting', { pod: label, percent: Math.round(value * 100) }),
  };
};

const shuffling: Look = (measured) => {
  const { label, value } = outlier(measured, 'hadoop_nodemanager_shuffleoutputsfailed', 'pod', pace);
  if (value <= 0) return undefined;
  return {
    fault: 'shuffle',
    culprit: label,
    told: hop(hops, 'metric', 'shuffling', { pod: label, perSecond: rounded(value) }),
  };
};

const now = ({ base, perSecond }: Measured): number => base + perSecond * 3600;
const pace = ({ perSecond }: Measured): number => perSecond;
const rounded = (value: number): number => Math.round(value * 10) / 10;

const named = (measured: readonly Measured[], name: string): readonly Measured[] =>
  measured.filter(({ labels }) => labels.__name__ === name);

const total = (measured: readonly Measured[], name: string): number =>
  named(measured, name).reduce((sum, one) => sum + now(one), 0);

/** The greatest of some series, and the median of all of them. */
function outlier(measured: readonly Measured[], name: string, label: string, of: (one: Measured) => number) {
  const sorted = named(measured, name)
    .map((one) => ({ label: own(one.labels, label) ?? '', value: of(one) }))
    .sort((a, b) => a.value - b.value);
  const most = sorted.at(-1) ?? { label: '', value: 0 };
  return { ...most, usual: sorted[Math.floor((sorted.length - 1) / 2)]?.value ?? 0 };
}
