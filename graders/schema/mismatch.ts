import { own } from '../core/own.ts';
import { writtenAs } from '../parse/yaml/located.ts';
import type { Meant } from './fault.ts';
import { wrongType } from './findings.ts';
import { fits } from './fits.ts';
import { faultAt, headSpan, isBlock, nameOf, type Place, quotation, valueSpan } from './place.ts';
import type { Survey } from './survey.ts';
import type { Expected, Found } from './words.ts';

/** A value of another type: says what is there and what should be. */
export function mismatch(place: Place, wanted: Expected, survey: Survey): void {
  const { value } = place;
  const field = nameOf(place);
  const at = typeof value === 'object' ? headSpan(place) : valueSpan(place);
  const inner = innerField(place, survey);
  faultAt(place, survey, meantBy(place, wanted, inner));
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

/** What a value of the wrong type says all the same: a number in quotes, one item without its dash. */
function meantBy({ value, node, holder }: Place, wanted: Expected, inner: string | undefined): Meant | undefined {
  if (inner !== undefined) return { value: { [inner]: value } };
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  if (wanted === 'text' && isBare) return { value: writtenAs(holder?.place.value, holder?.key ?? '') ?? String(value) };
  if (wanted === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return { value: Number(value) };
  if (wanted === 'boolean' && (value === 'true' || value === 'false')) return { value: value === 'true' };
  return node.type === 'list' && isBlock(value) && !isKeyed(value) ? { value: [value] } : undefined;
}

/** A block of blocks in place of a list is a map by name, not one item. */
const isKeyed = (value: Readonly<Record<string, unknown>>): boolean => Object.values(value).every(isBlock);

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
