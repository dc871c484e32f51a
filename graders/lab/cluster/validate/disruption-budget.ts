import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { parseIntOrPercent } from '../../../model/workloads/int-or-percent.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, object } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const disruptionBudgetLaw = law({
  messages: {
    both: {
      es: '`minAvailable` y `maxUnavailable` no pueden ir juntos: dicen lo mismo de dos maneras.',
      en: '`minAvailable` and `maxUnavailable` cannot go together: they say the same in two ways.',
    },
    value: {
      es: '`{field}: {value}` no es ni un número entero de pods ni un porcentaje como `50%`.',
      en: '`{field}: {value}` is neither a whole number of pods nor a percentage such as `50%`.',
    },
    over: {
      es: '`{field}: {value}` pasa del 100 %.',
      en: '`{field}: {value}` is over 100%.',
    },
  },
  check(manifests, say) {
    for (const budget of ofKind<{ spec?: IPodDisruptionBudgetSpec }>(manifests, 'PodDisruptionBudget', 'policy')) {
      const spec = object(budget.data.spec);
      if (isSet(spec?.minAvailable) && isSet(spec?.maxUnavailable))
        say('both', placeOf(budget, spec, 'maxUnavailable'), {});
      for (const field of ['minAvailable', 'maxUnavailable'] as const) {
        const value: unknown = spec?.[field];
        if (typeof value !== 'string' && typeof value !== 'number') continue;
        const amount = parseIntOrPercent(value);
        const at = placeOf(budget, spec, field);
        if (!amount) say('value', at, { field, value: JSON.stringify(value) });
        else if ('percent' in amount && amount.percent > 100) say('over', at, { field, value });
      }
    }
  },
});
