import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeText } from './files.ts';

const folders = ['gateway-api', 'istio', 'kubernetes', 'linkerd', 'prometheus'];

/** The schema of one kind of object, as far as this looks at it. */
interface KindSchema {
  readonly properties?: {
    readonly apiVersion?: { readonly const?: string };
    readonly kind?: { readonly const?: string };
  };
}

/**
 * One schema for any manifest, for editors, which take one for each file: by `apiVersion` and `kind` it leads to that of the kind.
 * The engine itself never needs it.
 */
export function generateEditorSchema(root: string): void {
  const kinds = folders.flatMap((folder) => kindsIn(root, folder));
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Manifest',
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: {
      apiVersion: { type: 'string', examples: unique(kinds.map(({ apiVersion }) => apiVersion)) },
      kind: { type: 'string', examples: unique(kinds.map(({ kind }) => kind)) },
    },
    allOf: kinds.map(({ apiVersion, kind, path }) => ({
      if: {
        properties: { apiVersion: { const: apiVersion }, kind: { const: kind } },
        required: ['apiVersion', 'kind'],
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: path },
    })),
  };
  writeText(join(root, 'schemas/manifest.schema.json'), `${JSON.stringify(schema, undefined, 2)}\n`);
}

function kindsIn(root: string, folder: string) {
  const files = readdirSync(join(root, 'schemas', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
  return files.flatMap((file) => {
    const path = `${folder}/${file}`;
    const { properties } = JSON.parse(readFileSync(join(root, 'schemas', path), 'utf8')) as KindSchema;
    const [apiVersion, kind] = [properties?.apiVersion?.const, properties?.kind?.const];
    return apiVersion === undefined || kind === undefined ? [] : [{ apiVersion, kind, path }];
  });
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();
