import { isObject, type ObjectShape, type Shape } from './shape.ts';

/** The JSON Schema that the type declarations (or the schemas written by hand) are made of. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  not?: JsonSchema;
  definitions?: Record<string, JsonSchema>;
}

/** Definitions whose meaning a type declaration cannot say. */
const byName: Readonly<Record<string, () => Shape>> = {
  // What a custom resource is like is a schema in its turn, of schemas.
  IJSONSchemaProps: () => ({ type: 'any' }),
  IQuantity: () => ({ type: 'quantity' }),
  IIntOrString: () => ({ type: 'int-or-string' }),
  ITime: () => ({ type: 'string', format: 'date-time' }),
  IMicroTime: () => ({ type: 'string', format: 'date-time' }),
  IFieldsV1: () => ({ type: 'any' }),
  IRawExtension: () => ({ type: 'any' }),
};

/**
 * Reads a JSON Schema into a shape, definitions written out.
 * @param resolve finds what a `$ref` names
 */
export function readShape(schema: JsonSchema, resolve: (ref: string) => JsonSchema): Shape {
  if (schema.$ref) {
    const name = decodeURIComponent(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
    const known = byName[name];
    if (known) return known();
    const shape = readShape(resolve(schema.$ref), resolve);
    if (isObject(shape)) shape.name = name.replace(/^I(?=[A-Z])/, '');
    return shape;
  }
  if (schema.anyOf) return merged(schema.anyOf.map((variant) => readShape(variant, resolve)));
  if (schema.const !== undefined) return { type: 'string', values: [String(schema.const)] };
  if (schema.enum?.every((value) => typeof value === 'number')) return { type: 'integer', values: schema.enum };
  if (schema.enum) return { type: 'string', values: schema.enum.map(String) };
  if (Array.isArray(schema.type)) return { type: schema.pattern ? 'quantity' : 'int-or-string' };
  switch (schema.type) {
    case 'object':
      return readObject(schema, resolve);
    case 'array':
      return { type: 'list', items: readShape(schema.items ?? {}, resolve), ...pick(schema, ['minItems', 'maxItems']) };
    case 'string':
      return readText(schema);
    case 'integer':
    case 'number':
      return { type: schema.type, ...pick(schema, ['minimum', 'maximum']) };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return { type: 'any' };
  }
}

function readText(schema: JsonSchema): Shape {
  return { type: 'string', ...pick(schema, ['format', 'pattern', 'minLength', 'maxLength']) };
}

function readObject(schema: JsonSchema, resolve: (ref: string) => JsonSchema): Shape {
  const { properties, additionalProperties } = schema;
  if (properties && Object.keys(properties).length > 0) {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, readShape(field, resolve)]),
    );
    return { type: 'object', fields, required: [...(schema.required ?? [])], choices: choicesOf(schema.oneOf) };
  }
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0) {
    return { type: 'map', values: readShape(additionalProperties, resolve) };
  }
  return { type: 'block' };
}

/** `oneOf: [{ required: [a] }, { required: [b] }]`, with `{ not: … }` among them when none is fine too. */
function choicesOf(oneOf: readonly JsonSchema[] | undefined): ObjectShape['choices'] {
  if (!oneOf) return [];
  const fields = oneOf.flatMap(({ required }) => required ?? []);
  return [{ fields, needed: !oneOf.some((branch) => branch.not) }];
}

/** The declarations write «one of these fields» as one object per possibility; here they become one object again. */
function merged(variants: readonly Shape[]): Shape {
  const objects = variants.filter(isObject);
  const [first] = variants;
  if (objects.length !== variants.length || first === undefined) return first ?? { type: 'any' };
  const fields: ObjectShape['fields'] = {};
  for (const name of new Set(objects.flatMap((variant) => Object.keys(variant.fields)))) {
    const same = objects.flatMap((variant) => variant.fields[name] ?? []);
    fields[name] = merged(same);
  }
  const required = objects.map((variant) => variant.required).reduce((a, b) => a.filter((name) => b.includes(name)));
  const asked = objects.map((variant) => variant.required.filter((name) => !required.includes(name)));
  const choices = [...choicesFrom(asked), ...objects.flatMap((variant) => variant.choices)];
  return { type: 'object', fields, required, choices: distinct(choices) };
}

/** Fields that some possibility asks for, grouped: two of one group never appear together. */
function choicesFrom(asked: readonly (readonly string[])[]): ObjectShape['choices'] {
  const names = [...new Set(asked.flat())];
  const together = (a: string, b: string) => asked.some((fields) => fields.includes(a) && fields.includes(b));
  const groups: string[][] = [];
  for (const name of names) {
    const group = groups.find((members) => members.every((member) => !together(member, name)));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((fields) => ({
      fields,
      needed: asked.every((names) => names.some((name) => fields.includes(name))),
    }));
}

function distinct(choices: ObjectShape['choices']): ObjectShape['choices'] {
  return [...new Map(choices.map((choice) => [choice.fields.join(), choice])).values()];
}

function pick<K extends keyof JsonSchema>(schema: JsonSchema, keys: readonly K[]): { [P in K]?: never } {
  const kept = keys.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]);
  return Object.fromEntries(kept) as { [P in K]?: never };
}
