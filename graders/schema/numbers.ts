import { code } from '../core/code.ts';
import { wrongFormat, wrongValue } from './findings.ts';
import { isQuantity, nearestQuantity } from './formats.ts';
import { mismatch } from './mismatch.ts';
import { faultAt, nameOf, type Place, quotation, valueSpan } from './place.ts';
import type { NumberNode } from './shape.ts';
import type { Survey } from './survey.ts';

/** Limits that only say that the number fits in 32 bits mean nothing to a person. */
const widest = 2 ** 31 - 1;

export function checkNumber(place: Place, node: NumberNode, survey: Survey): void {
  const { value } = place;
  if (typeof value === 'number' && (node.type === 'number' || isWhole(value))) checkRange(place, value, node, survey);
  else mismatch(place, node.type, survey);
}

function checkRange(place: Place, value: number, { values, minimum, maximum }: NumberNode, survey: Survey): void {
  if (values && !values.includes(value)) {
    const allowed = values.map(code);
    faultAt(place, survey);
    survey.add(wrongValue, 'allowed', valueSpan(place), { field: nameOf(place), found: String(value), allowed });
  }
  const below = minimum !== undefined && value < minimum;
  const above = maximum !== undefined && value > maximum;
  if (!below && !above) return;
  faultAt(place, survey);
  const data = { field: nameOf(place), found: value };
  const at = valueSpan(place);
  const isRange = minimum !== undefined && maximum !== undefined && maximum < widest && minimum > -widest;
  if (isRange) survey.add(wrongValue, 'between', at, { ...data, minimum, maximum });
  else if (below) survey.add(wrongValue, 'atLeast', at, { ...data, minimum });
  else if (above) survey.add(wrongValue, 'atMost', at, { ...data, maximum });
}

/** A number, or a text such as `500m` or `1Gi`. */
export function checkQuantity(place: Place, survey: Survey): void {
  const { value } = place;
  if (typeof value === 'string' && !isQuantity(value)) {
    const found = quotation(place);
    const meant = nearestQuantity(value);
    faultAt(place, survey, meant ? { value: meant } : undefined);
    if (meant) survey.add(wrongFormat, 'nearQuantity', valueSpan(place), { found, nearest: meant });
    else survey.add(wrongFormat, 'quantity', valueSpan(place), { found });
  } else if (typeof value !== 'string' && typeof value !== 'number') mismatch(place, 'quantity', survey);
}

export function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value);
}
