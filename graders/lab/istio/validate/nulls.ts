import { isObject } from '../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { Judged } from './judged.ts';

/** Free-form blocks, in which `null` is a value. */
const free = new Set(['value', 'pluginConfig']);

/**
 * Items of lists that are `null`: where a field is, `null` counts as absent, but an item has to be what the list is of.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable
 */
export function checkNulls(holder: object, judged: Judged): void {
  for (const [field, value] of Object.entries(holder)) {
    if (free.has(field)) continue;
    if (isObject(value)) checkNulls(value, judged);
    if (!Array.isArray(value)) continue;
    for (const [index, item] of value.entries()) {
      if (item === null)
        judged.refuse('nullItem', spanOf(value, index) ?? keySpanOf(holder, field) ?? judged.owner.at, { field });
      else if (isObject(item)) checkNulls(item, judged);
    }
  }
}
