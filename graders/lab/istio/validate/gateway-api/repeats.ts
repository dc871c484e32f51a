import { isObject } from '../../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../../parse/yaml/located.ts';
import type { Judged } from '../judged.ts';

/** Lists whose items are told apart by name. */
const byName = new Set(['set', 'add', 'headers', 'queryParams']);

/** Lists in which a value stands once. */
const values = new Set([
  'remove',
  'allowHeaders',
  'allowMethods',
  'allowOrigins',
  'exposeHeaders',
  'allowedHeaders',
  'allowedResponseHeaders',
  'codes',
]);

/**
 * Lists of a route that hold something twice.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function checkRepeats(holder: object, judged: Judged): void {
  for (const [field, value] of Object.entries(holder)) {
    if (isObject(value)) checkRepeats(value, judged);
    if (!Array.isArray(value)) continue;
    for (const item of value) if (isObject(item)) checkRepeats(item, judged);
    const keyOf = byName.has(field) ? nameOf : values.has(field) ? String : undefined;
    if (!keyOf) continue;
    const keys = value.map(keyOf);
    const index = keys.findIndex((key, at) => key !== undefined && keys.indexOf(key) < at);
    const at = spanOf(value, index) ?? keySpanOf(holder, field) ?? judged.owner.at;
    if (index !== -1) judged.refuse('itemTwice', at, { field, value: keys[index] ?? '' });
  }
}

const nameOf = (item: unknown): string | undefined =>
  isObject(item) && typeof item.name === 'string' ? item.name : undefined;
