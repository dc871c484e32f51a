import type { IJob } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { suffix } from '../names.ts';
import { count, integer } from '../read.ts';
import { type Progress, startPod } from '../start.ts';
import { range } from './deployment.ts';
import { type PodPlan, planPod } from './plan.ts';

/** How many pods a Job wants: in all, and at once. */
export interface JobSize {
  /** Undefined for a work queue, which ends when its first pod ends well. */
  readonly completions: number | undefined;
  readonly parallelism: number;
  /** Failed pods the Job puts up with. */
  readonly backoffLimit: number;
}

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/job/ */
export function jobSize(job: Resource): JobSize {
  const { spec } = job.data as Partial<IJob>;
  const parallelism = count(spec?.parallelism, 1);
  const queue = integer(spec?.completions) === undefined && integer(spec?.parallelism) !== undefined;
  return {
    completions: queue ? undefined : count(spec?.completions, 1),
    parallelism: spec?.suspend === true ? 0 : parallelism,
    backoffLimit: count(spec?.backoffLimit, 6),
  };
}

/**
 * Runs a Job: as many pods at once as `parallelism` allows, the next as soon as one ends well, and another try after one
 * that failed until `backoffLimit` is exceeded. The selector of a Job is generated, never matched.
 */
export function runJob(progress: Progress, job: Resource): Progress {
  const { completions, parallelism, backoffLimit } = jobSize(job);
  let done = progress;
  let succeeded = 0;
  let failed = 0;
  let active = 0;
  for (const index of range(1000)) {
    const wanted = Math.min(parallelism, (completions ?? parallelism) - succeeded);
    if (active >= wanted || failed > backoffLimit) break;
    const next = startPod(done, jobPod(job, index, succeeded));
    const run = next.runs.length > done.runs.length ? next.runs.at(-1) : undefined;
    done = next;
    if (!run) break;
    if (run.pod.phase === 'Succeeded') succeeded++;
    else if (run.pod.phase === 'Failed') failed++;
    else active++;
  }
  return done;
}

export function jobPod(job: Resource, index: number, completion: number): PodPlan {
  const indexed = (job.data as Partial<IJob>).spec?.completionMode === 'Indexed';
  const end = suffix(`${job.name}/${index}`);
  return planPod(job, indexed ? `${job.name}-${completion}-${end}` : `${job.name}-${end}`, {
    'batch.kubernetes.io/job-name': job.name,
    'job-name': job.name,
    ...(indexed && { 'batch.kubernetes.io/job-completion-index': String(completion) }),
  });
}
