import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { type Family, families } from './kinds.ts';
import { type JsonSchema, readShape } from './read.ts';
import { isObject, type ObjectShape } from './shape.ts';

/** One kind in one version. */
export interface KindShape {
  readonly family: Family;
  /** Folder in the package, which is also the `apiVersion`: `v1`, `apps/v1`, `networking.istio.io/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly shape: ObjectShape;
}

/** The shapes that the type declarations of the models declare, one for each kind of `kinds.ts`. */
export function declaredShapes(root: string): KindShape[] {
  const wanted = families.flatMap((family) =>
    Object.entries(family.kinds).flatMap(([apiVersion, kinds]) => kinds.map((kind) => ({ family, apiVersion, kind }))),
  );
  const schemaOf = generator(root, wanted);
  return wanted.map((one, index) => {
    const schema = schemaOf(`Kind${index}`, one.family);
    const shape = readShape(schema, (ref) => {
      const found = schema.definitions?.[decodeURIComponent(ref.replace('#/definitions/', ''))];
      if (!found) throw new Error(`${one.kind}: no definition for ${ref}`);
      return found;
    });
    if (!isObject(shape)) throw new Error(`${one.kind} is not an object`);
    return { ...one, shape: { ...shape, name: one.kind } };
  });
}

type SchemaOf = (type: string, family: Family) => JsonSchema;

/** The generator reads files, so the list of kinds becomes one, outside the repository's own folders. */
function generator(root: string, wanted: readonly Omit<KindShape, 'shape'>[]): SchemaOf {
  const folder = join(root, 'node_modules', '.cache', 'timonel');
  const path = join(folder, 'kinds.ts').replaceAll('\\', '/');
  const lines = wanted.flatMap(({ family, apiVersion, kind }, index) => [
    `import type { I${kind} as Imported${index} } from '${family.package}/${apiVersion}/${kind}';`,
    `export type Kind${index} = Imported${index};`,
  ]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
  const options = {
    path,
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    jsDoc: 'none',
    additionalProperties: false,
  } as const;
  const named = createGenerator(options);
  // Two declarations of one name clash in a schema; the families beside Kubernetes do without names.
  const unnamed = createGenerator({ ...options, expose: 'none' });
  return (type, family) => (family.folder === 'kubernetes' ? named : unnamed).createSchema(type) as JsonSchema;
}
