import { wrongType } from './findings.ts';
import { headSpan, isBlock, nameOf, type Place, quotation, valueSpan } from './place.ts';
import type { Survey } from './survey.ts';
import type { Expected, Found } from './words.ts';

/** A value of another type: says what is there and what should be. */
export function mismatch(place: Place, wanted: Expected, survey: Survey): void {
  const { value, node } = place;
  const field = nameOf(place);
  const at = typeof value === 'object' ? headSpan(place) : valueSpan(place);
  if ((wanted === 'integer' || wanted === 'number') && typeof value === 'string' && /^-?\d+$/.test(value)) {
    survey.add(wrongType, 'quotedNumber', at, { field, bare: value });
  } else if (wanted === 'boolean' && (value === 'true' || value === 'false')) {
    survey.add(wrongType, 'quotedBoolean', at, { field, bare: value });
  } else if (typeof value === 'string' && node.type === 'object' && Object.hasOwn(node.fields, 'exact')) {
    survey.add(wrongType, 'match', at, { field, found: quotation(place) });
  } else {
    const data: Record<string, string> = { field, found: quotation(place) };
    survey.add(wrongType, `${wanted}Not${foundAs(value)}`, at, data);
  }
}

function foundAs(value: unknown): Found {
  if (Array.isArray(value)) return 'List';
  if (isBlock(value)) return 'Block';
  return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'Text';
}
