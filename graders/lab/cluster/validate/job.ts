import type { IJobSpec } from 'kubernetes-models/batch/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, object } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const jobLaw = law({
  messages: {
    completions: {
      es: 'Un Job `Indexed` numera sus pods: necesita saber cuántos, en `completions`.',
      en: 'An `Indexed` Job numbers its pods: it needs to know how many, in `completions`.',
    },
    perIndex: {
      es: '`{field}` cuenta fallos por índice: exige `completionMode: Indexed`.',
      en: '`{field}` counts failures by index: it demands `completionMode: Indexed`.',
    },
    failurePolicy: {
      es: '`podFailurePolicy` decide qué hacer cuando un pod falla: exige `restartPolicy: Never`.',
      en: '`podFailurePolicy` decides what to do when a pod fails: it demands `restartPolicy: Never`.',
    },
  },
  check({ resources }, say) {
    for (const owner of resources) {
      const spec = jobSpecOf(owner);
      if (!spec) continue;
      const indexed = spec.completionMode === 'Indexed';
      // Without either number the API server writes `completions: 1`.
      if (indexed && !isSet(spec.completions) && isSet(spec.parallelism))
        say('completions', placeOf(owner, spec, 'completionMode'), {});
      for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'] as const) {
        if (!indexed && isSet(spec[field])) say('perIndex', placeOf(owner, spec, field), { field });
      }
      const policy = object(object(spec.template)?.spec)?.restartPolicy;
      if (isSet(spec.podFailurePolicy) && policy !== 'Never')
        say('failurePolicy', placeOf(owner, spec, 'podFailurePolicy'), {});
    }
  },
});

function jobSpecOf({ group, kind, data }: Resource): IJobSpec | undefined {
  if (group !== 'batch') return undefined;
  const { spec } = data as { spec?: IJobSpec & { jobTemplate?: { spec?: IJobSpec } } };
  if (kind === 'Job') return object(spec);
  return kind === 'CronJob' ? object(object(object(spec)?.jobTemplate)?.spec) : undefined;
}
