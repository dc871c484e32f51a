import { own } from '../core/own.ts';
import { checkBlock } from './blocks.ts';
import { missingField, wrongValue } from './findings.ts';
import { mismatch } from './mismatch.ts';
import { checkNumber, checkQuantity, isWhole } from './numbers.ts';
import { faultAt, headSpan, inside, isBlock, nameOf, type Place, valueSpan } from './place.ts';
import type { ListNode } from './shape.ts';
import type { Survey } from './survey.ts';
import { checkText } from './text.ts';

const thirtyTwoBits = { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } as const;

/** Checks one value against its shape and goes on inside it. */
export function checkValue(place: Place, survey: Survey): void {
  const { value, node } = place;
  if (value === null || value === undefined || node.type === 'any') return;
  switch (node.type) {
    case 'object':
      if (isBlock(value)) checkBlock(place, node, value, survey);
      else mismatch(place, 'block', survey);
      break;
    case 'map':
      if (isBlock(value)) checkMap(place, value, node.values, survey);
      else mismatch(place, 'block', survey);
      break;
    case 'list':
      if (Array.isArray(value)) checkList(place, value, node, survey);
      else mismatch(place, 'list', survey);
      break;
    case 'block':
      if (!isBlock(value)) mismatch(place, 'block', survey);
      break;
    case 'string':
      checkText(place, node, survey);
      break;
    case 'integer':
    case 'number':
      checkNumber(place, node, survey);
      break;
    case 'boolean':
      if (typeof value !== 'boolean') mismatch(place, 'boolean', survey);
      break;
    case 'int-or-string':
      if (isWhole(value)) checkNumber(place, thirtyTwoBits, survey);
      else if (typeof value !== 'string') mismatch(place, 'intOrText', survey);
      break;
    case 'quantity':
      checkQuantity(place, survey);
  }
}

function checkMap(place: Place, value: Readonly<Record<string, unknown>>, values: number, survey: Survey): void {
  const node = survey.node(values);
  for (const key of Object.keys(value)) checkValue(inside(place, key, own(value, key), node), survey);
}

function checkList(place: Place, value: readonly unknown[], node: ListNode, survey: Survey): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = node;
  if (value.length < minItems) {
    faultAt(place, survey);
    survey.add(missingField, 'items', valueSpan(place), { field: nameOf(place), count: minItems });
  } else if (value.length > maxItems) {
    const data = { field: nameOf(place), limit: maxItems, count: value.length };
    survey.add(wrongValue, 'tooMany', headSpan(place), data);
  }
  const items = survey.node(node.items);
  for (const [index, item] of value.entries()) {
    // An empty dash is an object with nothing in it.
    const written = item === null && items.type === 'object' ? Object.create(null) : item;
    checkValue(inside(place, index, written, items), survey);
  }
}
