import { code } from '../core/code.ts';
import { nearest } from '../core/nearest.ts';
import { has } from '../core/own.ts';
import { wrongFormat, wrongValue } from './findings.ts';
import { hasForm } from './formats.ts';
import { mismatch } from './mismatch.ts';
import { faultAt, nameOf, type Place, quotation, valueSpan } from './place.ts';
import type { TextNode } from './shape.ts';
import type { Survey } from './survey.ts';

/** A text, one of a few words, or a text of a certain form. */
export function checkText(place: Place, node: TextNode, survey: Survey): void {
  const { value } = place;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = node;
  if (typeof value === 'string' && (value.length < minLength || value.length > maxLength)) faultAt(place, survey);
  if (node.values && typeof value !== 'object') checkWord(place, node.values, survey);
  else if (typeof value === 'number' && node.format === 'duration') wrongForm(place, node, survey);
  else if (typeof value !== 'string') mismatch(place, 'text', survey);
  else if (value.length < minLength) survey.add(wrongValue, 'emptyText', valueSpan(place), { field: nameOf(place) });
  else if (value.length > maxLength) {
    const data = { field: nameOf(place), limit: maxLength, length: value.length };
    survey.add(wrongValue, 'tooLong', valueSpan(place), data);
  } else if (!hasForm(value, node)) wrongForm(place, node, survey);
}

function checkWord(place: Place, words: readonly string[], survey: Survey): void {
  if (typeof place.value === 'string' && words.includes(place.value)) return;
  const field = nameOf(place);
  const found = quotation(place);
  const at = valueSpan(place);
  const allowed = words.filter((word) => word !== '').map(code);
  const meant = nearest(found, words);
  faultAt(place, survey, meant === undefined ? undefined : { value: meant });
  if (meant) survey.add(wrongValue, 'nearest', at, { field, found, nearest: meant, allowed });
  else survey.add(wrongValue, allowed.length === 1 ? 'only' : 'allowed', at, { field, found, allowed });
}

function wrongForm(place: Place, { format = 'other', pattern = '' }: TextNode, survey: Survey): void {
  faultAt(place, survey);
  const named = has(wrongFormat.messages, format) ? (format as keyof typeof wrongFormat.messages) : 'other';
  const message = named === 'byte' && place.resource.kind === 'ConfigMap' ? 'binary' : named;
  const facts = { field: nameOf(place), found: quotation(place), pattern, nearest: '' };
  survey.add(wrongFormat, message, valueSpan(place), facts);
}
