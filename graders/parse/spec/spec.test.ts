import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import { parseYaml } from '../yaml/yaml.ts';
import type { JsonSchema } from './schema.ts';
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
    [
      good.replace('respuesta.yaml', '../../../../x'),
      '6:19-32 pattern {"found":"../../../../x","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]*$"}',
    ],
    ['- 1\n', '1:1-4 type {"found":"`array`","expected":["`object`"]}'],
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
