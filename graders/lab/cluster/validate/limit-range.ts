import type { ILimitRangeItem, ILimitRangeSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { isSet, items, keysOf, object, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law } from './law.ts';
import { isContainerResource, isIndivisible, isResource } from './resource-names.ts';

type Field = 'min' | 'defaultRequest' | 'default' | 'max';

/** From what must be smallest to what must be greatest. */
const order: readonly Field[] = ['min', 'defaultRequest', 'default', 'max'];

export const limitRangeLaw = law({
  messages: {
    order: {
      es: 'El `{lower}` de `{resource}` ({low}) es mayor que el `{upper}` ({high}).',
      en: 'The `{lower}` of `{resource}` ({low}) is greater than the `{upper}` ({high}).',
    },
    podDefault: {
      es: 'Un límite de tipo `Pod` no pone valores por omisión: `{field}` es de los de tipo `Container`.',
      en: 'A limit of type `Pod` sets no defaults: `{field}` belongs to those of type `Container`.',
    },
    resource: {
      es: '`{resource}` no es un recurso que se pueda limitar aquí.',
      en: '`{resource}` is not a resource that can be limited here.',
    },
    twice: {
      es: 'Ya hay otro límite de tipo `{type}`. Reúnelos en uno.',
      en: 'There is already another limit of type `{type}`. Put them together.',
    },
    ratio: {
      es: 'La proporción entre límite y petición de `{resource}` no puede ser menor que 1, y es {ratio}.',
      en: 'The ratio of limit to request of `{resource}` cannot be less than 1, and it is {ratio}.',
    },
    ratioOver: {
      es: 'La proporción máxima de `{resource}` ({ratio}) es mayor que la que hay entre `max` y `min`.',
      en: 'The greatest ratio of `{resource}` ({ratio}) is greater than that of `max` to `min`.',
    },
    unequal: {
      es: '`{resource}` no se puede compartir: `default` y `defaultRequest` tienen que ser iguales.',
      en: '`{resource}` cannot be shared: `default` and `defaultRequest` must be equal.',
    },
    claim: {
      es: 'Un límite de tipo `PersistentVolumeClaim` necesita `min` o `max` de `storage`.',
      en: 'A limit of type `PersistentVolumeClaim` needs `min` or `max` of `storage`.',
    },
  },
  check(manifests, say) {
    for (const range of ofKind<{ spec?: ILimitRangeSpec }>(manifests, 'LimitRange', '')) {
      const types = new Set<string>();
      for (const limit of items(object(range.data.spec)?.limits)) {
        const type = text(limit.type) ?? '';
        const isOfPods = type === 'Container' || type === 'Pod';
        const at = placeOf(range, limit, 'type');
        if (types.has(type)) say('twice', at, { type });
        types.add(type);
        for (const field of [...order, 'maxLimitRequestRatio'] as const) {
          for (const resource of keysOf(limit[field])) {
            const known = isOfPods ? isContainerResource(resource) : isResource(resource);
            const key = keySpanOf(limit[field], resource) ?? placeOf(range, limit, field);
            if (!known) say('resource', key, { resource });
          }
        }
        for (const resource of keysOf(limit.maxLimitRequestRatio)) {
          // A ratio left empty is 0.
          const written = own(object(limit.maxLimitRequestRatio), resource) ?? '0';
          const ratio = parseQuantity(written);
          if (ratio === undefined) continue;
          const where = placeOf(range, limit.maxLimitRequestRatio, resource);
          const facts = { resource, ratio: String(written) };
          const [max, min] = [amount(limit, 'max', resource), amount(limit, 'min', resource)];
          if (ratio < one) say('ratio', where, facts);
          else if (max !== undefined && min && exceeds(ratio, max, min)) say('ratioOver', where, facts);
        }
        for (const [lower, upper] of pairsOf(order)) {
          for (const resource of keysOf(limit[lower])) {
            const low = amount(limit, lower, resource);
            const high = amount(limit, upper, resource);
            if (low === undefined || high === undefined) continue;
            if (isIndivisible(resource) && lower === 'defaultRequest' && upper === 'default' && low !== high)
              say('unequal', placeOf(range, limit[lower], resource), { resource });
            if (low <= high) continue;
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

/** Whether a ratio, in billionths, is over that of two amounts, of which the second is not 0. */
const exceeds = (ratio: bigint, max: bigint, min: bigint): boolean =>
  min > 0n ? ratio * min > max * one : ratio * min < max * one;

/** In billionths. */
const one = 1_000_000_000n;

function amount(limit: ILimitRangeItem, field: Field, resource: string): bigint | undefined {
  const map = object(limit[field]);
  // What is written without a value is 0.
  return own(map, resource) === null ? 0n : parseQuantity(own(map, resource));
}

const pairsOf = (fields: readonly Field[]): (readonly [Field, Field])[] =>
  fields.flatMap((lower, index) => fields.slice(index + 1).map((upper) => [lower, upper] as const));
