import { code } from '../core/code.ts';
import { own } from '../core/own.ts';
import { keySpanOf } from '../parse/yaml/located.ts';
import { missingField, unknownField, wrongValue } from './findings.ts';
import { whereItMoved } from './moved.ts';
import { headSpan, inside, nameOf, type Place, pathOf } from './place.ts';
import type { Choice, ObjectNode } from './shape.ts';
import { whereItBelongs } from './suggest.ts';
import type { Survey } from './survey.ts';
import { checkValue } from './values.ts';

type Block = Readonly<Record<string, unknown>>;

/** Fields that do not exist, then what is inside the others, then what is missing. */
export function checkBlock(place: Place, node: ObjectNode, block: Block, survey: Survey): void {
  for (const key of Object.keys(block)) {
    const field = own(node.fields, key);
    if (field === undefined || !Object.hasOwn(node.fields, key)) unknown(place, node, key, survey);
    else checkValue(inside(place, key, own(block, key), survey.node(field)), survey);
  }
  for (const field of node.required ?? []) if (isAbsent(block, field)) missing(place, block, field, survey);
  for (const choice of node.choices ?? []) checkChoice(place, block, choice, survey);
}

function unknown(place: Place, node: ObjectNode, field: string, survey: Survey): void {
  const at = keySpanOf(place.value, field) ?? headSpan(place);
  const parent = nameOf(place);
  const moved = whereItMoved(place, field);
  if (moved) {
    survey.claim(place.value, moved.field);
    survey.fault(place.value, moved.field);
    const { apiVersion } = place.resource;
    survey.add(unknownField, 'moved', at, { field, apiVersion, place: moved.place });
    return;
  }
  const belongs = whereItBelongs(place, node, field, survey);
  if (belongs) {
    survey.claim(belongs.block, belongs.field);
    if (belongs.how === 'typo') survey.fault(place.value, field, { field: belongs.field });
    else survey.fault(belongs.block, belongs.field);
    if (belongs.how === 'typo') survey.add(unknownField, 'typo', at, { field, parent, nearest: belongs.field });
    else {
      const namesake = belongs.place.replace(/^.*\./, '') === parent;
      survey.add(unknownField, belongs.how, at, {
        field,
        parent: namesake ? pathOf(place) : parent,
        place: belongs.place,
      });
    }
    return;
  }
  const known = Object.keys(node.fields);
  if (place.holder && known.length <= 8) survey.add(unknownField, 'few', at, { field, parent, known: known.map(code) });
  else survey.add(unknownField, 'unknown', at, { field, parent });
}

function missing(place: Place, block: Block, field: string, survey: Survey): void {
  if (survey.isClaimed(block, field)) return;
  survey.fault(block, field);
  const { holder } = place;
  const key = Object.hasOwn(block, field) ? keySpanOf(block, field) : undefined;
  if (key) survey.add(missingField, 'empty', key, { field });
  else if (typeof holder?.key === 'number') {
    const data = { parent: nameOf(holder.place), number: holder.key + 1, field };
    survey.add(missingField, 'inItem', headSpan(place), data);
  } else survey.add(missingField, 'inObject', headSpan(place), { parent: nameOf(place), field });
}

function checkChoice(place: Place, block: Block, { fields, needed }: Choice, survey: Survey): void {
  const [first, second, ...more] = fields.filter((field) => !isAbsent(block, field));
  const parent = nameOf(place);
  if (first !== undefined && second !== undefined) {
    for (const field of [first, second, ...more]) survey.fault(block, field);
    const at = keySpanOf(block, second) ?? headSpan(place);
    survey.add(wrongValue, 'exclusive', at, { parent, fields: [first, second, ...more].map(code) });
  } else if (first === undefined && needed && !fields.some((field) => survey.isClaimed(block, field))) {
    for (const field of fields) survey.fault(block, field);
    survey.add(missingField, 'oneOf', headSpan(place), { parent, fields: fields.map(code) });
  }
}

/** `null` and absent are the same for the API server. */
function isAbsent(block: Block, field: string): boolean {
  return own(block, field) === undefined || own(block, field) === null;
}
