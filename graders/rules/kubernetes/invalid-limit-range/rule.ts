import type { ILimitRangeItem, ILimitRangeSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { isSet, items, keysOf, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

type Field = 'min' | 'defaultRequest' | 'default' | 'max';

/** From what must be smallest to what must be greatest. */
const order: readonly Field[] = ['min', 'defaultRequest', 'default', 'max'];

export default rule({
  id: 'kubernetes/invalid-limit-range',
  severity: 'error',
  title: {
    es: 'Los límites del espacio de nombres se contradicen',
    en: 'The limits of the namespace contradict each other',
  },
  over: 'manifests',
  messages: {
    order: {
      es: 'El `{lower}` de `{resource}` ({low}) es mayor que el `{upper}` ({high}).',
      en: 'The `{lower}` of `{resource}` ({low}) is greater than the `{upper}` ({high}).',
    },
    podDefault: {
      es: 'Un límite de tipo `Pod` no pone valores por omisión: `{field}` es de los de tipo `Container`.',
      en: 'A limit of type `Pod` sets no defaults: `{field}` belongs to those of type `Container`.',
    },
    claim: {
      es: 'Un límite de tipo `PersistentVolumeClaim` necesita `min` o `max` de `storage`.',
      en: 'A limit of type `PersistentVolumeClaim` needs `min` or `max` of `storage`.',
    },
  },
  check(manifests, say) {
    for (const range of ofKind<{ spec?: ILimitRangeSpec }>(manifests, 'LimitRange', '')) {
      for (const limit of items(object(range.data.spec)?.limits)) {
        for (const [lower, upper] of pairsOf(order)) {
          for (const resource of keysOf(limit[lower])) {
            const low = amount(limit, lower, resource);
            const high = amount(limit, upper, resource);
            if (low === undefined || high === undefined || low <= high) continue;
            const written = (field: Field) => String(own(limit[field], resource));
            const at = placeOf(range, limit[lower], resource);
            say('order', at, { lower, upper, resource, low: written(lower), high: written(upper) });
          }
        }
        for (const field of ['default', 'defaultRequest'] as const)
          if (limit.type === 'Pod' && keysOf(limit[field]).length > 0)
            say('podDefault', placeOf(range, limit, field), { field });
        if (limit.type === 'PersistentVolumeClaim' && !isSet(limit.min?.storage) && !isSet(limit.max?.storage))
          say('claim', placeOf(range, limit, 'type'), {});
      }
    }
  },
});

function amount(limit: ILimitRangeItem, field: Field, resource: string): bigint | undefined {
  const map = object(limit[field]);
  return parseQuantity(own(map, resource));
}

const pairsOf = (fields: readonly Field[]): (readonly [Field, Field])[] =>
  fields.flatMap((lower, index) => fields.slice(index + 1).map((upper) => [lower, upper] as const));
