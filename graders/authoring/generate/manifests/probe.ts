import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KindShape } from './declarations.ts';
import { isObject, type ObjectShape, type Shape } from './shape.ts';

/** What a precompiled validator of the models says about a value, in ajv's form. */
interface Complaint {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: {
    readonly type?: string;
    readonly format?: string;
    readonly pattern?: string;
    readonly limit?: number;
    readonly missingProperty?: string;
    readonly allowedValues?: readonly string[];
  };
}

type Validator = ((data: unknown) => boolean) & { errors?: readonly Complaint[] | null };

/** A value for every leaf of a shape, chosen so that a constraint the type declarations do not carry complains. */
interface Probe {
  readonly text: string;
  readonly number: number;
  /** Every list nested this deep gets that many empty items; other lists get one full item. */
  readonly lists?: { readonly depth: number; readonly length: number };
}

const deepest = 8;
const probes: readonly Probe[] = [
  { text: '\u0000', number: 0.5 },
  { text: '', number: -(2 ** 70) },
  { text: 'a'.repeat(5000), number: 2 ** 70 },
  ...Array.from({ length: deepest }, (_, depth) => [
    { text: 'a', number: 1, lists: { depth, length: 0 } },
    { text: 'a', number: 1, lists: { depth, length: 65 } },
  ]).flat(),
];

/**
 * Completes a shape with the formats, ranges, patterns and lengths that only the models' precompiled validators know:
 * it gives them values that are wrong everywhere and reads what they complain about.
 */
export async function completeFromValidator(root: string, { family, apiVersion, kind, shape }: KindShape) {
  const validator = await validatorOf(root, family.package, apiVersion, kind);
  const complain = (value: unknown): readonly Complaint[] => (validator(value) ? [] : (validator.errors ?? []));
  for (const probe of probes) {
    for (const complaint of complain(sample(shape, probe, 0))) learn(shapeAt(shape, complaint.instancePath), complaint);
  }
  for (let depth = 0; depth < deepest * 2; depth++) {
    keepRequired(shape, depth, complain(withoutFieldsAt(shape, depth)));
  }
  for (const path of choicePaths(shape, [])) {
    const at = shapeAt(shape, path.map((part) => `/${part}`).join(''));
    const empty = complain(sampleWithEmpty(shape, path));
    if (!isObject(at)) continue;
    const refused = empty.some(
      ({ instancePath, keyword }) =>
        instancePath === path.map((part) => `/${part}`).join('') && (keyword === 'oneOf' || keyword === 'anyOf'),
    );
    for (const choice of at.choices) choice.needed &&= refused;
  }
}

async function validatorOf(root: string, pkg: string, apiVersion: string, kind: string): Promise<Validator> {
  const base = join(root, 'node_modules', pkg);
  const model = readFileSync(join(base, apiVersion, `${kind}.js`), 'utf8');
  const name = /_schemas\/(\w+)\.js/.exec(model)?.[1];
  const module = (await import(pathToFileURL(join(base, '_schemas', `${name}.js`)).href)) as { validate: Validator };
  return module.validate;
}

function sample(shape: Shape, probe: Probe, depth: number): unknown {
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, field]) => [name, sample(field, probe, depth)]),
      );
    case 'map':
      return { key: sample(shape.values, probe, depth) };
    case 'list':
      return probe.lists?.depth === depth
        ? Array.from({ length: probe.lists.length }, () => null)
        : [sample(shape.items, probe, depth + 1)];
    case 'integer':
    case 'number':
      return probe.number;
    case 'boolean':
      return true;
    case 'any':
    case 'block':
      return {};
    default:
      return probe.text;
  }
}

/** The sample with nothing in any object of one depth. */
function withoutFieldsAt(shape: Shape, depth: number): unknown {
  switch (shape.type) {
    case 'object':
      return depth === 0
        ? {}
        : Object.fromEntries(
            Object.entries(shape.fields).map(([name, field]) => [name, withoutFieldsAt(field, depth - 1)]),
          );
    case 'map':
      return { key: withoutFieldsAt(shape.values, depth) };
    case 'list':
      return [withoutFieldsAt(shape.items, depth)];
    default:
      return sample(shape, { text: 'a', number: 1 }, 0);
  }
}

/** The declarations call some fields required that are only one of several choices; the validator knows which. */
function keepRequired(root: Shape, depth: number, complaints: readonly Complaint[]): void {
  const missing = new Map<Shape, Set<string>>();
  for (const { instancePath, keyword, params } of complaints) {
    const at = shapeAt(root, instancePath);
    if (keyword !== 'required' || !at || params.missingProperty === undefined) continue;
    missing.set(at, (missing.get(at) ?? new Set()).add(params.missingProperty));
  }
  for (const object of objectsAt(root, depth)) {
    const optional = object.choices.flatMap(({ fields }) => fields);
    const required = [...(missing.get(object) ?? [])].filter((name) => !optional.includes(name));
    object.required = required.filter((name) => Object.hasOwn(object.fields, name)).sort();
  }
}

function objectsAt(shape: Shape, depth: number): ObjectShape[] {
  if (shape.type === 'map') return objectsAt(shape.values, depth);
  if (shape.type === 'list') return objectsAt(shape.items, depth);
  if (!isObject(shape)) return [];
  return depth === 0 ? [shape] : Object.values(shape.fields).flatMap((field) => objectsAt(field, depth - 1));
}

/** The sample with nothing in the object at a path. */
function sampleWithEmpty(shape: Shape, path: readonly string[]): unknown {
  const whole = sample(shape, { text: 'a', number: 1 }, 0);
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce((value, part) => (value as Record<string, unknown>)[part], whole);
  if (last === undefined) return {};
  (parent as Record<string, unknown>)[last] = {};
  return whole;
}

function choicePaths(shape: Shape, path: readonly string[]): (readonly string[])[] {
  switch (shape.type) {
    case 'object':
      return [
        ...(shape.choices.length > 0 ? [path] : []),
        ...Object.entries(shape.fields).flatMap(([name, field]) => choicePaths(field, [...path, name])),
      ];
    case 'map':
      return choicePaths(shape.values, [...path, 'key']);
    case 'list':
      return choicePaths(shape.items, [...path, '0']);
    default:
      return [];
  }
}

function shapeAt(shape: Shape, pointer: string): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const part of pointer.split('/').slice(1)) {
    if (at === undefined) return undefined;
    if (isObject(at)) at = at.fields[part.replaceAll('~1', '/').replaceAll('~0', '~')];
    else at = at.type === 'map' ? at.values : at.type === 'list' ? at.items : undefined;
  }
  return at;
}

function learn(shape: Shape | undefined, { keyword, params }: Complaint): void {
  if (!shape) return;
  if (shape.type === 'integer' || shape.type === 'number') learnNumber(shape, keyword, params);
  else if (shape.type === 'string') learnText(shape, keyword, params);
  else if (shape.type === 'list') {
    if (keyword === 'minItems' && params.limit) shape.minItems = params.limit;
    if (keyword === 'maxItems' && params.limit) shape.maxItems = params.limit;
  } else if (shape.type === 'int-or-string' && isQuantity(params)) (shape as { type: string }).type = 'quantity';
}

function learnNumber(shape: Extract<Shape, { minimum?: number }>, keyword: string, params: Complaint['params']): void {
  if (keyword === 'type' && params.type === 'integer') (shape as { type: string }).type = 'integer';
  if (keyword === 'format' && params.format === 'int32') {
    shape.minimum ??= -(2 ** 31);
    shape.maximum ??= 2 ** 31 - 1;
  }
  if (keyword === 'minimum' && params.limit !== undefined) shape.minimum = params.limit;
  if (keyword === 'maximum' && params.limit !== undefined) shape.maximum = params.limit;
}

function learnText(shape: Extract<Shape, { type: 'string' }>, keyword: string, params: Complaint['params']): void {
  if (keyword === 'enum' && params.allowedValues) shape.values ??= params.allowedValues;
  if (keyword === 'format' && params.format) shape.format = params.format;
  if (keyword === 'pattern' && params.pattern && isPattern(params.pattern)) shape.pattern = params.pattern;
  if (keyword === 'minLength' && params.limit) shape.minLength = params.limit;
  if (keyword === 'maxLength' && params.limit) shape.maxLength = params.limit;
}

function isQuantity({ format, pattern }: Complaint['params']): boolean {
  return format === 'quantity' || (pattern?.includes('KMGTPE') ?? false);
}

/** Patterns are written for Go; the few that JavaScript cannot read are left out. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
