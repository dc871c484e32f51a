import type { ICronJob, IJob } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { count, integer } from '../../read.ts';
import { jobPod, jobSize } from '../../workloads/job.ts';
import { withDefaults } from '../defaults.ts';
import { aboutObject, record } from '../events.ts';
import { fieldsOf } from '../fields.ts';
import type { Fields, LiveCluster, LiveObject, LivePod } from '../live.ts';
import { lookAt } from '../look.ts';
import { find, insert, ownedBy, ownerOf, podsOwnedBy, remember } from '../store.ts';
import { dateOf } from '../time.ts';
import { matchesCron } from './cron.ts';
import { endPods, makePods } from './pods.ts';

const controller = 'job-controller';

/**
 * One look of the Job controller: as many pods at once as `parallelism` allows, another after one that failed, later and later,
 * until `backoffLimit` is exceeded.
 */
export function controlJob(live: LiveCluster, job: LiveObject): LiveCluster {
  if (job.memory?.job?.ended !== undefined) return live;
  const { completions, parallelism, backoffLimit } = jobSize(job.resource);
  const pods = podsOwnedBy(live, job.uid);
  const phase = (pod: LivePod) => lookAt(pod, live.clock).phase;
  const succeeded = pods.filter((pod) => phase(pod) === 'Succeeded');
  const failed = pods.filter((pod) => phase(pod) === 'Failed');
  const active = pods.filter((pod) => !pod.deleting && phase(pod) !== 'Succeeded' && phase(pod) !== 'Failed');
  const made = job.memory?.job?.made ?? 0;
  const count_ = { succeeded: succeeded.length, failed: failed.length, made };
  const restarted = active.some((pod) =>
    lookAt(pod, live.clock).containers.some(({ restarts }) => restarts > backoffLimit),
  );
  if (failed.length > backoffLimit || restarted) {
    const told = record(live, job.resource.namespace, aboutObject(job), {
      type: 'Warning',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
      from: controller,
    });
    return endPods(remember(told, job, { job: { ...count_, ended: live.clock } }), job, active, controller);
  }
  if (succeeded.length >= (completions ?? 1) && active.length === 0) {
    const told = record(live, job.resource.namespace, aboutObject(job), {
      type: 'Normal',
      reason: 'Completed',
      message: 'Job completed',
      from: controller,
    });
    return remember(told, job, { job: { ...count_, ended: live.clock } });
  }
  const wanted = Math.min(parallelism, (completions ?? parallelism) - succeeded.length);
  if (active.length > wanted) return endPods(live, job, active.slice(wanted), controller);
  if (active.length === wanted || live.clock < nextTry(failed)) return remembered(live, job, count_);
  const plans = Array.from({ length: wanted - active.length }, (_, index) =>
    jobPod(job.resource, made + index, succeeded.length + active.length + index),
  );
  const next = makePods(live, job, plans, controller);
  const known = find(next, job.resource);
  return known ? remember(next, known, { job: { ...count_, made: made + plans.length } }) : next;
}

function remembered(
  live: LiveCluster,
  job: LiveObject,
  counts: NonNullable<NonNullable<LiveObject['memory']>['job']>,
): LiveCluster {
  const before = job.memory?.job;
  return before?.succeeded === counts.succeeded && before.failed === counts.failed
    ? live
    : remember(live, job, { job: counts });
}

/** After a failure the next try waits 10 s, 20 s, 40 s, … at most six minutes. */
export function nextTry(failed: readonly LivePod[]): number {
  const ends = failed.map(({ starts }) => Math.max(0, ...starts.map(({ ended }) => ended ?? 0)));
  return ends.length === 0 ? 0 : Math.max(...ends) + Math.min(10 * 2 ** (ends.length - 1), 360);
}

/** A CronJob makes its Job when the minute comes. */
export function controlCronJob(live: LiveCluster, cron: LiveObject): LiveCluster {
  const { spec } = cron.resource.data as Partial<ICronJob>;
  const minute = Math.floor(live.clock / 60) * 60;
  if (spec?.suspend === true || minute <= cron.created || cron.memory?.scheduled === minute || live.clock !== minute)
    return live;
  if (!matchesCron(String(spec?.schedule ?? ''), dateOf(minute))) return live;
  const jobs = ownedBy(live, cron.uid);
  const active = jobs.filter(({ memory }) => memory?.job?.ended === undefined);
  if (active.length > 0 && spec?.concurrencyPolicy === 'Forbid') return live;
  const resource = jobOf(cron, `${cron.resource.name}-${Math.floor(dateOf(minute).getTime() / 60_000)}`);
  const told = record(live, cron.resource.namespace, aboutObject(cron), {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created job ${resource.name}`,
    from: 'cronjob-controller',
  });
  const known = find(told, cron.resource) ?? cron;
  return insert(remember(told, known, { scheduled: minute }), withDefaults(resource), ownerOf(cron));
}

/** The Job that a CronJob makes, now or by `kubectl create job --from`. */
export function jobOf(cron: LiveObject, name: string): Resource<Fields> {
  const { namespace, at, origin, data } = cron.resource;
  const template = fieldsOf(fieldsOf(data.spec).jobTemplate);
  const metadata = { ...fieldsOf(template.metadata), name, ...(namespace !== undefined && { namespace }) };
  const made: Fields = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: fieldsOf(template.spec) };
  return { apiVersion: 'batch/v1', group: 'batch', kind: 'Job', name, namespace, metadata, data: made, origin, at };
}

/** The most finished Jobs a CronJob keeps of each kind. */
export function oldJobs(live: LiveCluster, cron: LiveObject): readonly LiveObject[] {
  const { spec } = cron.resource.data as Partial<ICronJob>;
  const done = ownedBy(live, cron.uid).filter(({ memory }) => memory?.job?.ended !== undefined);
  const isGood = (job: LiveObject) =>
    (job.memory?.job?.succeeded ?? 0) >= (integer((job.resource.data as Partial<IJob>).spec?.completions) ?? 1);
  const beyond = (jobs: readonly LiveObject[], kept: number) => jobs.slice(0, Math.max(0, jobs.length - kept));
  return [
    ...beyond(done.filter(isGood), count(spec?.successfulJobsHistoryLimit, 3)),
    ...beyond(
      done.filter((job) => !isGood(job)),
      count(spec?.failedJobsHistoryLimit, 1),
    ),
  ];
}
