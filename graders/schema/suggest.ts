import { nearest } from '../core/nearest.ts';
import { own } from '../core/own.ts';
import { fits } from './fits.ts';
import { isBlock, nameOf, type Place, pathOf } from './place.ts';
import type { ObjectNode } from './shape.ts';
import type { Survey } from './survey.ts';

/** Where a field that does not exist was meant to be. */
export interface Belongs {
  readonly how: 'typo' | 'deeper' | 'higher';
  /** The block that will have the field (or a step towards it) once it is corrected, and the name of that field. */
  readonly block: unknown;
  readonly field: string;
  /** What the place is called. */
  readonly place: string;
}

/** How many levels down a misplaced field is looked for: `image` in a Deployment's `spec` is three from its home. */
const deepest = 4;

/**
 * Finds out what an unknown field was meant to be: a slip of the pen in this block, or a field of a block further down,
 * further up or beside it. What fits the written value and is nearest goes first.
 */
export function whereItBelongs(place: Place, node: ObjectNode, field: string, survey: Survey): Belongs | undefined {
  const value = isBlock(place.value) ? own(place.value, field) : undefined;
  const typo = misspelt(place, node, field);
  if (typo && fits(value, survey.node(own(node.fields, typo.field) ?? -1))) return typo;
  const below = deeper(place, node, field, value, survey);
  if (typo && isSameWord(field, typo.field) && below?.field !== typo.field) return typo;
  if (below && !below.place.includes('.')) return below;
  return higher(place, field, value, survey) ?? beside(place, field, value, survey) ?? below ?? typo;
}

function misspelt(place: Place, node: ObjectNode, field: string): Belongs | undefined {
  const written = isBlock(place.value) ? place.value : {};
  const free = Object.keys(node.fields).filter((name) => !Object.hasOwn(written, name));
  const name = nearest(field, free) ?? lastWord(node, field, free);
  return name === undefined ? undefined : { how: 'typo', block: place.value, field: name, place: nameOf(place) };
}

/** `selector` for `podSelector`, `port` for `containerPort`, among the fields that the block cannot do without. */
function lastWord({ required = [], choices = [] }: ObjectNode, field: string, free: readonly string[]) {
  const ending = field.charAt(0).toUpperCase() + field.slice(1);
  const needed = [...required, ...choices.flatMap(({ fields }) => fields)];
  return needed.find((name) => name.endsWith(ending) && free.includes(name));
}

/** `host` and `hosts`, `configmap` and `configMap`: one word, whatever its number and its capitals. */
function isSameWord(a: string, b: string): boolean {
  const bare = (word: string) => word.toLowerCase().replace(/[-_]/g, '').replace(/s$/, '');
  return bare(a) === bare(b);
}

interface Step {
  readonly node: ObjectNode;
  readonly path: readonly string[];
}

/** Breadth first, so that the nearest home wins. */
function deeper(place: Place, node: ObjectNode, field: string, value: unknown, survey: Survey): Belongs | undefined {
  let level: Step[] = [{ node, path: [] }];
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap((step) => blocksIn(step, survey));
    const home = level.find((step) => has(step.node, field, value, survey));
    const [first] = home?.path ?? [];
    if (home && first) {
      return { how: 'deeper', block: place.value, field: first.replace('[]', ''), place: home.path.join('.') };
    }
  }
  return undefined;
}

function blocksIn({ node, path }: Step, survey: Survey): Step[] {
  return Object.entries(node.fields).flatMap(([name, number]): Step[] => {
    const field = survey.node(number);
    if (field.type === 'object') return [{ node: field, path: [...path, name] }];
    const items = field.type === 'list' ? survey.node(field.items) : undefined;
    return items?.type === 'object' ? [{ node: items, path: [...path, `${name}[]`] }] : [];
  });
}

function higher(place: Place, field: string, value: unknown, survey: Survey): Belongs | undefined {
  for (let above = place.holder?.place; above; above = above.holder?.place) {
    if (above.node.type === 'object' && has(above.node, field, value, survey)) {
      const name = nameOf(above) === nameOf(place) ? pathOf(above) : nameOf(above);
      return { how: 'higher', block: above.value, field, place: name };
    }
  }
  return undefined;
}

/** A block that hangs from one above: `labels` written in `spec` belong to the `metadata` beside it. */
function beside(place: Place, field: string, value: unknown, survey: Survey): Belongs | undefined {
  for (let above = place.holder?.place; above; above = above.holder?.place) {
    if (above.node.type !== 'object') continue;
    const steps = blocksIn({ node: above.node, path: [] }, survey);
    const home = steps.find((step) => has(step.node, field, value, survey));
    const [name] = home?.path ?? [];
    if (name === undefined || name.endsWith('[]')) continue;
    return { how: 'higher', block: isBlock(above.value) ? own(above.value, name) : undefined, field, place: name };
  }
  return undefined;
}

function has(node: ObjectNode, field: string, value: unknown, survey: Survey): boolean {
  const number = own(node.fields, field);
  return number !== undefined && fits(value, survey.node(number));
}
