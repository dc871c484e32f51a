import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { hops } from './hops.ts';

/** A task of a job under way, and the node it is on or was on. */
export interface Task {
  readonly node: string;
  readonly state: 'done' | 'running';
}

/** A MapReduce job under way. */
export interface Job {
  readonly maps: readonly Task[];
  /** None for a job without reduce tasks, whose maps write to HDFS. */
  readonly reduces?: readonly Task[];
  /** Node of the ApplicationMaster. */
  readonly master: string;
}

export interface JobOutcome {
  /** Finished maps that run again: what they wrote was on the lost node. */
  readonly rerun: number;
  /** Running tasks that start over: those of the node, and all of them where the ApplicationMaster was on it. */
  readonly restarted: number;
  /** Finished tasks that stay finished. */
  readonly kept: number;
  /** The ApplicationMaster starts again, and takes finished tasks from its history. */
  readonly newMaster: boolean;
  /** Seconds until YARN takes a silent node for lost. */
  readonly noticedAfter: number;
}

/**
 * `yarn.nm.liveness-monitor.expiry-interval-ms`.
 * @see yarn-default.xml of 3.4.1
 */
const lostAfter = 600;

/**
 * What the ApplicationMaster does when a node is lost. The output of a map stays on the disk of its node until the last reduce task
 * has fetched it, so that finished maps run again; what a reduce task finished is in HDFS. A lost node uses up no attempt. Containers
 * do not outlive the attempt of their ApplicationMaster.
 * @see JobImpl.actOnUnusableNode of hadoop-mapreduce-client-app, which leaves jobs alone whose reduce tasks are all finished
 */
export function loseNode({ maps, reduces = [], master }: Job, node: string): Trace<JobOutcome> {
  const there = ({ node: its }: Task): boolean => its === node;
  const isDone = ({ state }: Task): boolean => state === 'done';
  const needed = reduces.length > 0 && !reduces.every(isDone);
  const finished = maps.filter(isDone);
  const rerun = needed ? finished.filter(there).length : 0;
  const newMaster = master === node;
  const restarted = [...maps, ...reduces].filter((task) => !isDone(task) && (newMaster || there(task))).length;
  const kept = finished.length - rerun + reduces.filter(isDone).length;
  const outcome = { rerun, restarted, kept, newMaster, noticedAfter: lostAfter };
  return { hops: told(node, outcome, { needed, hasReduces: reduces.length > 0 }), outcome };
}

function told(
  node: string,
  { rerun, restarted, kept, newMaster, noticedAfter: seconds }: JobOutcome,
  { needed, hasReduces }: { readonly needed: boolean; readonly hasReduces: boolean },
): readonly Hop[] {
  return [
    hop(hops, 'nodes', 'lost', { node, seconds }),
    ...(newMaster ? [hop(hops, 'restart', 'master', { node })] : []),
    hop(hops, 'restart', 'restarted', { n: restarted }),
    needed ? hop(hops, 'restart', 'rerun', { n: rerun }) : hop(hops, 'restart', hasReduces ? 'fetched' : 'mapOnly', {}),
    hop(hops, 'restart', 'kept', { n: kept }),
  ];
}
