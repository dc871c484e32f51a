import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '../files.ts';
import type { KindShape } from './declarations.ts';
import { goDuration } from './formats.ts';
import { families } from './kinds.ts';
import type { JsonSchema } from './read.ts';
import { isObject, type ObjectShape, type Shape } from './shape.ts';

const draft = 'http://json-schema.org/draft-07/schema#';

/** A number or a text such as `500m` or `1Gi`. */
const quantity = {
  type: ['string', 'number'],
  pattern: '^[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d+)?$',
};

/**
 * Writes the schemas made from the models: one file per kind and version, and the definitions that the Kubernetes kinds
 * share. Files of kinds that are gone are removed; folders of schemas written by hand (`written`) stay as they are.
 */
export function writeSchemaFiles(root: string, kinds: readonly KindShape[], written: readonly string[]): void {
  const schemas = join(root, 'schemas');
  const definitions = new Map<string, JsonSchema>();
  const files = new Set<string>();
  const write = (path: string, schema: object) => {
    files.add(path);
    writeJson(join(schemas, path), { $schema: draft, ...schema });
  };
  for (const kind of kinds) {
    const { folder } = kind.family;
    const isKubernetes = folder === 'kubernetes';
    const up = '../'.repeat(kind.apiVersion.split('/').length + (isKubernetes ? 0 : 1));
    const writer = new Writer(definitions, `${up}${isKubernetes ? '' : 'kubernetes/'}definitions.json`, isKubernetes);
    write(join(folder, kind.apiVersion, `${kind.kind}.json`), { title: kind.kind, ...writer.root(kind) });
  }
  const sorted = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  write(join('kubernetes', 'definitions.json'), { definitions: Object.fromEntries(sorted) });
  removeOthers(schemas, files, written);
}

function removeOthers(schemas: string, files: ReadonlySet<string>, written: readonly string[]): void {
  for (const { folder } of families) {
    if (!existsSync(join(schemas, folder))) continue;
    for (const file of readdirSync(join(schemas, folder), { recursive: true, encoding: 'utf8' })) {
      const isKept = written.some((kept) => file.startsWith(kept)) || files.has(join(folder, file));
      if (file.endsWith('.json') && !isKept) rmSync(join(schemas, folder, file));
    }
  }
}

class Writer {
  constructor(
    private readonly definitions: Map<string, JsonSchema>,
    private readonly file: string,
    private readonly sharesNames: boolean,
  ) {}

  root({ apiVersion, kind, shape }: KindShape): JsonSchema {
    const { metadata, apiVersion: _version, kind: _kind, ...fields } = shape.fields;
    const properties = {
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      ...(metadata ? { metadata: { $ref: `${this.file}#/definitions/ObjectMeta` } } : {}),
      ...this.properties(fields),
    };
    const required = [...new Set(['apiVersion', 'kind', ...shape.required])];
    return { type: 'object', properties, required, additionalProperties: false };
  }

  private properties(fields: ObjectShape['fields']): Record<string, JsonSchema> {
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, this.schema(field)]));
  }

  private schema(shape: Shape): JsonSchema {
    if (!isObject(shape) || !shape.name || !this.sharesNames) return this.inline(shape);
    return { $ref: this.define(shape.name, shape) };
  }

  /** Two versions of an API may give one name to two things: the second is told apart by a number. */
  private define(name: string, shape: ObjectShape): string {
    const schema = new Writer(this.definitions, '', true).inline(shape);
    for (let copy = 1; ; copy++) {
      const unique = copy === 1 ? name : `${name}.${copy}`;
      const known = this.definitions.get(unique);
      if (!known) this.definitions.set(unique, schema);
      else if (JSON.stringify(known) !== JSON.stringify(schema)) continue;
      return `${this.file}#/definitions/${unique}`;
    }
  }

  private inline(shape: Shape): JsonSchema {
    switch (shape.type) {
      case 'object':
        return {
          type: 'object',
          properties: this.properties(shape.fields),
          ...(shape.required.length > 0 ? { required: shape.required } : {}),
          ...choices(shape),
          additionalProperties: false,
        };
      case 'map':
        return { type: 'object', additionalProperties: this.schema(shape.values) };
      case 'list': {
        const { items, ...limits } = shape;
        return { ...limits, type: 'array', items: this.schema(items) };
      }
      case 'string':
        return text(shape);
      case 'boolean':
        return { type: 'boolean' };
      case 'any':
        return {};
      case 'block':
        return { type: 'object' };
      case 'quantity':
        return quantity;
      case 'int-or-string':
        return { type: ['integer', 'string'] };
      default: {
        const { values, ...rest } = shape;
        return values ? { enum: [...values] } : rest;
      }
    }
  }
}

/** Only `date-time` is a format of JSON Schema itself; the others are said by their pattern. */
function text({ values, format, ...rest }: Extract<Shape, { type: 'string' }>): JsonSchema {
  if (values) return { enum: [...values] };
  if (format === 'duration') return { pattern: goDuration, ...rest };
  return format === 'date-time' ? { ...rest, format } : rest;
}

function choices({ choices }: ObjectShape): JsonSchema {
  const all = choices.map(({ fields, needed }) => {
    const branches: JsonSchema[] = fields.map((name) => ({ required: [name] }));
    return { oneOf: needed ? branches : [...branches, { not: { anyOf: branches } }] };
  });
  return all.length > 1 ? { allOf: all } : (all[0] ?? {});
}
