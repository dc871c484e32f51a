import { own } from '../core/own.ts';
import { wrongType } from './findings.ts';
import { fits } from './fits.ts';
import { headSpan, isBlock, nameOf, type Place, quotation, valueSpan } from './place.ts';
import type { Survey } from './survey.ts';
import type { Expected, Found } from './words.ts';

/** A value of another type: says what is there and what should be. */
export function mismatch(place: Place, wanted: Expected, survey: Survey): void {
  const { value } = place;
  const field = nameOf(place);
  const at = typeof value === 'object' ? headSpan(place) : valueSpan(place);
  const inner = innerField(place, survey);
  if ((wanted === 'integer' || wanted === 'number') && typeof value === 'string' && /^-?\d+$/.test(value)) {
    survey.add(wrongType, 'quotedNumber', at, { field, bare: value });
  } else if (wanted === 'boolean' && (value === 'true' || value === 'false')) {
    survey.add(wrongType, 'quotedBoolean', at, { field, bare: value });
  } else if (inner !== undefined) {
    survey.add(wrongType, 'inner', at, { field, found: quotation(place), inner });
  } else {
    const data: Record<string, string> = { field, found: quotation(place) };
    survey.add(wrongType, `${wanted}Not${foundAs(value)}`, at, data);
  }
}

/** The field that a bare value was meant for: `exact` in a match, `value` in a percentage, or the only one there is. */
function innerField({ value, node }: Place, survey: Survey): string | undefined {
  if (node.type !== 'object' || typeof value === 'object') return undefined;
  const names = Object.keys(node.fields);
  const name = names.length === 1 ? names[0] : names.find((one) => one === 'exact');
  return name !== undefined && fits(value, survey.node(own(node.fields, name) ?? -1)) ? name : undefined;
}

function foundAs(value: unknown): Found {
  if (Array.isArray(value)) return 'List';
  if (isBlock(value)) return 'Block';
  return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'Text';
}
