import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { correct } from './corrections.ts';
import { declaredShapes, type KindShape } from './declarations.ts';
import { nameFormats } from './formats.ts';
import { newerIstio } from './istio.ts';
import { completeFromValidator } from './probe.ts';
import { type JsonSchema, readShape } from './read.ts';
import { writeSchemaFiles } from './schema-files.ts';
import { isObject, type ObjectShape } from './shape.ts';
import { type Kind, writeTables } from './tables.ts';

/** Schemas of kinds that no models declare. */
const writtenByHand = ['linkerd', 'istio/install.istio.io', 'istio/extensions.istio.io'];

/** Writes `schemas/` and the table of the schema check, from the models and the schemas written by hand. */
export async function generateManifestSchemas(root: string): Promise<void> {
  const declared = declaredShapes(root);
  const newer = newerIstio(root);
  for (const kind of declared) {
    await completeFromValidator(root, kind);
    correct(kind, newer);
    nameFormats(kind.shape);
  }
  const kinds = [...declared, list(declared)];
  writeSchemaFiles(root, kinds, ['install.istio.io', 'extensions.istio.io']);
  const written = writtenByHand.flatMap((folder) => writtenKinds(join(root, 'schemas', folder)));
  writeTables(root, [...kinds, ...written]);
}

/** `kind: List` is how `kubectl get` prints several objects; no model declares it. */
function list(declared: readonly KindShape[]): KindShape {
  const first = declared[0];
  if (!first) throw new Error('there are no kinds');
  const fields: ObjectShape['fields'] = {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: first.shape.fields.metadata ?? { type: 'block' },
    items: { type: 'list', items: { type: 'block' } },
  };
  const shape: ObjectShape = { type: 'object', fields, required: ['items'], choices: [] };
  return { family: first.family, apiVersion: 'v1', kind: 'List', shape };
}

function writtenKinds(folder: string): readonly Kind[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.json') && !file.endsWith('definitions.json'))
    .map((file) => {
      const path = join(folder, file);
      const schema = readJson(path);
      const shape = readShape(schema, (ref) => refIn(path, ref));
      if (!isObject(shape)) throw new Error(`${path} is not the schema of an object`);
      nameFormats(shape);
      return {
        apiVersion: constant(schema, 'apiVersion'),
        kind: constant(schema, 'kind'),
        shape: withFreeStatus(shape),
      };
    });
}

function withFreeStatus(shape: ObjectShape): ObjectShape {
  return { ...shape, fields: { ...shape.fields, status: { type: 'any' } } };
}

function constant(schema: JsonSchema, field: string): string {
  return String(schema.properties?.[field]?.const);
}

/** Files refer to each other by relative path, as an editor follows them. */
function refIn(path: string, ref: string): JsonSchema {
  const [file = '', pointer = ''] = ref.split('#');
  const target = file === '' ? path : resolve(dirname(path), file);
  const names = pointer.split('/').slice(1);
  const found = names.reduce(
    (at: JsonSchema, part) => (at as Record<string, JsonSchema>)[part] ?? {},
    readJson(target),
  );
  return JSON.parse(JSON.stringify(found).replaceAll('"$ref":"#', `"$ref":"${target}#`)) as JsonSchema;
}

function readJson(path: string): JsonSchema {
  return JSON.parse(readFileSync(path, 'utf8')) as JsonSchema;
}
