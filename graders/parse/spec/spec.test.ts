import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import { parseYaml } from '../yaml/yaml.ts';
import { firstViolation, type JsonSchema } from './schema.ts';
import { specFindings } from './spec.ts';

const schema = JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8')) as JsonSchema;

const good = `id: pod
number: 4
title: { es: Un Pod, en: A Pod }
lesson: kubernetes
concepts: [pod]
answers: [{ file: respuesta.yaml, format: manifests }]
checks:
  - { id: valido, kind: valid, points: 5 }
hints: [{ es: Pista., en: Hint. }]
`;

function problemsOf(text: string): readonly string[] {
  const source = { path: 'exercise.yaml', text };
  return specFindings(parseYaml(source), schema).map(({ message, data, at }) => {
    const { start, end } = rangeOf(text, at);
    return `${start.line}:${start.column}-${end.column} ${message} ${JSON.stringify(data)}`;
  });
}

describe('specFindings', () => {
  it('finds nothing in a good definition', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each([
    ['', '1:1-1 empty {}'],
    [good.replace('number:', 'nubmer:'), '2:1-7 unknownFieldNear {"field":"nubmer","suggestion":"number"}'],
    [good.replace('number: 4', 'number: cuatro'), '2:9-15 type {"found":"`string`","expected":["`number`"]}'],
    [good.replace('number: 4\n', ''), '1:1-3 missingField {"field":"number"}'],
    [good.replace(', en: A Pod', ''), '3:8-22 missingField {"field":"en"}'],
    [good.replace('concepts: [pod]', 'concepts: pod'), '5:11-14 type {"found":"`string`","expected":["`array`"]}'],
    [good.replace('[{ es: Pista., en: Hint. }]', '[]'), '9:8-10 tooFew {"count":1}'],
    [good.replace('points: 5', 'pionts: 5'), '8:32-38 unknownFieldNear {"field":"pionts","suggestion":"points"}'],
    ['- 1\n', '1:1-1 type {"found":"`array`","expected":["`object`"]}'],
  ])('points at the first mistake of %j', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it('names the kinds of check there are', () => {
    const [problem] = problemsOf(good.replace('kind: valid', 'kind: valido'));
    expect(problem).toMatch(/^8:25-31 value .*"`valid`"/);
  });

  it('says why the YAML cannot be read', () => {
    expect(problemsOf('id: [\n')[0]).toContain('unclosedFlow');
  });
});

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
