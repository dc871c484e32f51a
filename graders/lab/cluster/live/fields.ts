import { at } from '../../../core/fields.ts';
import type { Fields } from './live.ts';

export { at, fieldsOf, isFields, itemsOf, numberAt, textAt } from '../../../core/fields.ts';

/** One annotation of an object; a number counts as the text it shows. */
export function annotationOf(data: Fields, key: string): string | undefined {
  const written = at(data, 'metadata', 'annotations', key);
  return written === undefined || typeof written === 'object' ? undefined : String(written);
}
