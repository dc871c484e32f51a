import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonSchema, readShape } from './read.ts';
import { isObject, type Shape } from './shape.ts';

/** What the CRDs of the version of Istio that is the target say, and the models, which are older, do not. */
interface Facts {
  readonly version: string;
  /** Fields of the blocks whose path ends so. */
  readonly fields: readonly { readonly in: string; readonly field: string; readonly schema: JsonSchema }[];
  /** The values of the texts whose path ends so. */
  readonly values: readonly { readonly at: string; readonly values: readonly string[] }[];
}

/**
 * Reads `istio.json`, which stands beside this file so that nothing is downloaded.
 * @returns adds to a shape of Istio what its path lacks
 * @see https://github.com/istio/istio/blob/release-1.31/manifests/charts/base/files/crd-all.gen.yaml
 */
export function newerIstio(root: string): (path: string, shape: Shape) => void {
  const file = join(root, 'graders', 'authoring', 'generate', 'manifests', 'istio.json');
  const { fields, values } = JSON.parse(readFileSync(file, 'utf8')) as Facts;
  return (path, shape) => {
    for (const { in: holder, field, schema } of fields) {
      if (isObject(shape) && new RegExp(`${holder}$`).test(path)) shape.fields[field] ??= shapeOf(schema);
    }
    for (const one of values) {
      if (shape.type === 'string' && new RegExp(`${one.at}$`).test(path)) shape.values = one.values;
    }
  };
}

const shapeOf = (schema: JsonSchema): Shape => readShape(schema, () => ({}));
