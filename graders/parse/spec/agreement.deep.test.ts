import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/yaml.ts';
import { firstViolation, type JsonSchema } from './schema.ts';

const schema = JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')) as JsonSchema;

describe('firstViolation', () => {
  const ajv = new Ajv({ strict: false }).compile(schema);
  const folders = readdirSync('exercises').filter((name) => existsSync(`exercises/${name}/exercise.yaml`));
  const specs = folders.map((folder) => {
    const text = readFileSync(`exercises/${folder}/exercise.yaml`, 'utf8');
    return [folder, parseYaml({ path: folder, text }).documents[0]?.value] as const;
  });

  it.each(specs)('agrees with ajv on %s, whole and damaged in every place', (_folder, spec) => {
    const disagreed = [spec, ...damages(spec)].filter(
      (damaged) => (firstViolation(damaged, schema) === undefined) !== ajv(damaged),
    );
    expect(disagreed).toEqual([]);
  });
});

/** The value with one thing changed: a field dropped, added or of another type, at every depth. */
function* damages(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    yield [];
    for (const [index, item] of value.entries()) {
      for (const damaged of damages(item)) yield value.with(index, damaged);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, inventado: 1 };
    for (const [field, inner] of Object.entries(value)) {
      const { [field]: _dropped, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const damaged of damages(inner)) yield { ...value, [field]: damaged };
    }
  } else yield typeof value === 'string' ? 7 : 'otra cosa';
}
