import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import type { Schema } from './schemas.ts';
import { durations, mapKeys, pools } from './values.ts';

export type Fields = { [name: string]: Json };

/** A value that fits a schema, and mostly what the webhook asks of a field of that name. */
export function made(random: Random, schema: Schema, name: string, depth: number): Json {
  if (schema.anyOf) return random.pick([1, 5, 100]);
  if (schema.enum) return random.pick(schema.enum);
  switch (schema.type) {
    case 'string':
      return random.pick(schema.pattern?.includes('ms|s|m|h') ? durations : (pools.get(name) ?? ['a', 'b-c']));
    case 'boolean':
      return random.chance(0.6);
    case 'integer':
    case 'number':
      return random.pick(numbersFor(name));
    case 'array':
      return Array.from({ length: random.chance(0.35) ? 2 : 1 }, () =>
        made(random, schema.items ?? {}, name, depth + 1),
      );
    default:
      return schema.properties ? block(random, schema, depth) : map(random, schema, name, depth);
  }
}

function numbersFor(name: string): readonly number[] {
  if (/port|number/i.test(name)) return [80, 443, 8080, 9080];
  if (/status/i.test(name)) return [200, 404, 503];
  if (/Code/.test(name)) return [301, 302, 308];
  if (/tableSize/.test(name)) return [7, 65_537];
  return [1, 2, 5, 10, 50, 100];
}

function block(random: Random, schema: Schema, depth: number): Fields {
  const names = Object.keys(schema.properties ?? {});
  const choices = alternatives(schema);
  const chosen = choices.length > 0 ? random.pick(choices) : undefined;
  const share = depth < 2 ? 0.45 : depth < 4 ? 0.3 : 0.22;
  const given = names.filter((name) =>
    choices.includes(name) ? name === chosen : schema.required?.includes(name) || random.chance(share),
  );
  if (given.length === 0 && names.length > 0) given.push(random.pick(names));
  return Object.fromEntries(
    given.map((name) => [name, made(random, schema.properties?.[name] ?? {}, name, depth + 1)]),
  );
}

/** Fields of which an object may have one. */
function alternatives({ oneOf = [], allOf = [] }: Schema): readonly string[] {
  return [...oneOf, ...allOf.flatMap((one) => one.oneOf ?? [])].flatMap(({ required = [], not }) => [
    ...required,
    ...(not?.anyOf ?? []).flatMap((one) => one.required ?? []),
  ]);
}

function map(random: Random, { additionalProperties }: Schema, name: string, depth: number): Fields {
  if (typeof additionalProperties !== 'object') return {};
  const keys = mapKeys.get(name) ?? ['a', 'b'];
  const count = random.chance(0.3) ? 2 : 1;
  return Object.fromEntries(
    Array.from({ length: count }, () => [random.pick(keys), made(random, additionalProperties, name, depth + 1)]),
  );
}
