import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Complaint, learn } from './complaints.ts';
import type { KindShape } from './declarations.ts';
import { type Probe, sample, sampleWithEmpty, withoutFieldsAt } from './samples.ts';
import { isObject, type ObjectShape, type Shape } from './shape.ts';

type Validator = ((data: unknown) => boolean) & { errors?: readonly Complaint[] | null };

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
