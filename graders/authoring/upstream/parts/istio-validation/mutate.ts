import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { type Fields, made } from './made.ts';
import type { Schema } from './schemas.ts';
import { oddNumbers, oddTexts, pools } from './values.ts';

/** A place in an object that can be changed. */
interface Place {
  readonly value: Json;
  readonly schema: Schema | undefined;
  /** Of the field, or of the list that it is in. */
  readonly name: string;
  set(value: Json): void;
  remove(): void;
}

/** Changes one thing in a spec. */
export function mutate(random: Random, spec: Fields, schema: Schema): void {
  const places = placesIn(spec, schema);
  if (places.length > 0) change(random, random.pick(places));
}

function placesIn(value: Json, schema: Schema | undefined, name = ''): readonly Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index): Place[] => {
      const set = (to: Json) => void value.splice(index, 1, to);
      const remove = () => void value.splice(index, 1);
      return [{ value: item, schema: schema?.items, name, set, remove }, ...placesIn(item, schema?.items, name)];
    });
  }
  if (value === null || typeof value !== 'object') return [];
  const block = value as Fields;
  return Object.keys(block).flatMap((key): Place[] => {
    const more = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    const [at, inside] = [schema?.properties?.[key] ?? more, block[key] ?? null];
    const set = (to: Json) => void Object.assign(block, { [key]: to });
    const remove = () => void delete block[key];
    return [{ value: inside, schema: at, name: key, set, remove }, ...placesIn(inside, at, key)];
  });
}

function change(random: Random, place: Place): void {
  const { value, schema, name, set, remove } = place;
  const which = random.next();
  if (which < 0.2) remove();
  else if (which < 0.23) set(null);
  else if (typeof value === 'string') set(otherText(random, schema, name));
  else if (typeof value === 'number') set(random.pick(oddNumbers));
  else if (typeof value === 'boolean') set(!value);
  else if (Array.isArray(value)) changeList(random, value as Json[], place);
  else if (value !== null) changeBlock(random, value as Fields, place);
  else set(random.pick(oddTexts));
}

function otherText(random: Random, schema: Schema | undefined, name: string): Json {
  if (random.chance(0.6)) return random.pick(oddTexts);
  return random.pick(schema?.enum ?? pools.get(name) ?? oddTexts);
}

function changeList(random: Random, list: Json[], { schema, name, set }: Place): void {
  const which = random.next();
  if (which < 0.25) set([]);
  else if (which < 0.5 && list.length > 0) list.push(structuredClone(random.pick(list)));
  else if (which < 0.6) list.push(null);
  else list.push(schema?.items ? made(random, schema.items, name, 3) : 'a');
}

function changeBlock(random: Random, block: Fields, { schema, set }: Place): void {
  const which = random.next();
  if (which < 0.15) set({});
  else if (schema?.properties && random.chance(0.97)) {
    const field = random.pick(Object.keys(schema.properties));
    block[field] = random.chance(0.85)
      ? made(random, schema.properties[field] ?? {}, field, 3)
      : random.pick<Json>([{}, [], '', null, 0]);
  } else {
    const keys = Object.keys(block);
    const key = keys.length > 0 ? random.pick(keys) : undefined;
    block[random.pick(oddTexts)] = key === undefined ? 'a' : structuredClone(block[key] ?? null);
    if (key !== undefined && which < 0.7) delete block[key];
  }
}
