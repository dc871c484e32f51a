import type { IJobSpec } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { isDnsLabel } from '../../../../model/workloads/names.ts';
import { placeOf, titleOf } from '../../../../model/workloads/places.ts';
import { isEmptySelector, type LabelSelector, matchesSelector } from '../../../../model/workloads/selectors.ts';
import { integer, isSet, object } from '../../../../model/workloads/values.ts';
import { law, type Say } from '../law.ts';
import { checkFailurePolicy } from './failure-policy.ts';
import { messages } from './messages.ts';
import { checkSuccessPolicy } from './success-policy.ts';

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/job/ */
export const jobLaw = law({
  messages,
  check({ resources }, say) {
    for (const owner of resources) {
      const spec = jobSpecOf(owner);
      if (!spec) continue;
      const completions = completionsOf(owner, spec);
      if (spec.completionMode === 'Indexed') checkIndexed(owner, spec, completions, say);
      else
        for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'] as const)
          if (isSet(spec[field])) say('perIndex', placeOf(owner, spec, field), { field });
      if (isSet(spec.maxFailedIndexes) && !isSet(spec.backoffLimitPerIndex))
        say('backoff', placeOf(owner, spec, 'maxFailedIndexes'), {});
      checkSelector(owner, spec, say);
      checkFailurePolicy(owner, spec, say);
      if (completions !== undefined) checkSuccessPolicy(owner, spec, completions, say);
    }
  },
});

const most = 100_000;
const mostOfMany = 10_000;

/** Without either number the API server writes `completions: 1` in a Job, and nothing in what a CronJob will make. */
function completionsOf({ kind }: Resource, spec: IJobSpec): number | undefined {
  if (isSet(spec.completions)) return integer(spec.completions);
  return kind === 'Job' && !isSet(spec.parallelism) ? 1 : undefined;
}

function checkIndexed(
  owner: Resource,
  spec: IJobSpec,
  completions: number | undefined,
  say: Say<typeof messages>,
): void {
  const name = `${owner.name}-${(completions ?? 1) - 1}`;
  if (owner.kind === 'Job' && owner.name !== '' && completions !== 0 && !isDnsLabel(name))
    say('podName', titleOf(owner), { name });
  if (completions === undefined) say('completions', placeOf(owner, spec, 'completionMode'), {});
  const limit = (field: 'parallelism' | 'maxFailedIndexes', limits: readonly number[]) => {
    const lowest = Math.min(...limits);
    if ((integer(spec[field]) ?? 0) > lowest) say('most', placeOf(owner, spec, field), { field, limit: lowest });
  };
  const many = (completions ?? 0) > most && isSet(spec.backoffLimitPerIndex) ? [mostOfMany] : [];
  if (many.length > 0 && !isSet(spec.maxFailedIndexes)) say('manyIndexes', placeOf(owner, spec, 'completions'), {});
  limit('parallelism', [most, ...many]);
  limit('maxFailedIndexes', [most, ...many, ...(completions === undefined ? [] : [completions])]);
}

function checkSelector(owner: Resource, spec: IJobSpec, say: Say<typeof messages>): void {
  const manual = spec.manualSelector === true;
  if (owner.kind === 'CronJob') {
    if (isSet(spec.selector)) say('jobOfCron', placeOf(owner, spec, 'selector'), { field: 'selector' });
    if (manual) say('jobOfCron', placeOf(owner, spec, 'manualSelector'), { field: 'manualSelector' });
  } else if (manual && !isSet(spec.selector)) say('noSelector', placeOf(owner, spec, 'manualSelector'), {});
  else if (!manual && !isOwn((object(spec.selector) ?? {}) as LabelSelector, owner.name))
    say('ownSelector', placeOf(owner, spec, 'selector'), {});
}

/**
 * Whether what is written fits what the cluster adds to it: that of the labels of its own pods, of which nobody knows one before.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/batch/validation/validation.go `validateGeneratedSelector`
 */
function isOwn(selector: LabelSelector, name: string): boolean {
  const legacy = { 'job-name': name, 'controller-uid': unknowable };
  const prefixed = Object.entries(legacy).map(([key, value]) => [`batch.kubernetes.io/${key}`, value]);
  return isEmptySelector(selector) || matchesSelector(selector, { ...legacy, ...Object.fromEntries(prefixed) });
}

/** No value of a label. */
const unknowable = '*';

function jobSpecOf({ group, kind, data }: Resource): IJobSpec | undefined {
  if (group !== 'batch') return undefined;
  const { spec } = data as { spec?: IJobSpec & { jobTemplate?: { spec?: IJobSpec } } };
  if (kind === 'Job') return object(spec);
  return kind === 'CronJob' ? object(object(object(spec)?.jobTemplate)?.spec) : undefined;
}
