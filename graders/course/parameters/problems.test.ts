import { describe, expect, it } from 'vitest';
import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Parameter } from '../../core/exercise.ts';
import { parameterProblems } from './problems.ts';

const files = [
  { path: 'enunciado.md', text: 'Escucha en el 8080.\nTres, o el 9000; pesa 10 y 90.\n' },
  { path: 'given/a.yaml', text: 'port: 8080\nname: novedades\n' },
];
const port: Parameter = { id: 'puerto', default: 8080, values: [8080, 8081] };
const problems = (...parameters: Parameter[]) =>
  parameterProblems({ parameters } as unknown as ExerciseSpec, files).map(
    ({ path, words }) => `${path.join('.')} ${words.en}`,
  );

describe('the parameters of an exercise', () => {
  it('are sound where every one stands somewhere and collides with nothing', () => {
    expect(problems(port, { id: 'seccion', default: 'novedades', values: ['novedades', 'rebajas'] })).toEqual([]);
    expect(
      problems({
        id: 'n',
        default: 10,
        values: { from: 10, to: 30, step: 10 },
        written: ['pesa {{n}}', 'y {{100 - n}}'],
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<Parameter>, string]>([
    ['a default that is no value', { default: 80 }, 'parameters.0.default 80 is none of the values'],
    ['one value', { values: [8080] }, 'parameters.0.values are fewer than two'],
    ['no value', { values: { from: 9, to: 1 } }, 'parameters.0.values are fewer than two'],
    ['too many', { values: { from: 1, to: 1e15 } }, 'parameters.0.values are more than 1000'],
    ['steps that lead nowhere', { values: { from: 1, to: 2, step: 0 } }, 'parameters.0.values names a value twice'],
    ['a value twice', { values: [8080, 8081, 8081] }, 'parameters.0.values names a value twice'],
    ['numbers and texts', { values: [8080, '8081'] }, 'parameters.0.values are numbers and texts'],
    ['nobody to be unlike', { unlike: ['otro'] }, 'parameters.0.unlike.0 there is no parameter otro above'],
    [
      'an unknown placeholder',
      { written: ['{{puetro}}'] },
      'parameters.0.written.0 there is no parameter puetro; did you mean puerto?',
    ],
    ['no placeholder', { written: ['8080'] }, 'parameters.0.written.0 names no parameter'],
    [
      'a text that stands nowhere',
      { written: ['puerto {{puerto}}'] },
      'parameters.0.written.0 is «puerto 8080» by default, which stands in no file of the exercise',
    ],
    [
      'one text twice',
      { written: ['{{puerto}}', '{{puerto + 0}}'] },
      'parameters.0.written.1 is «8080» by default, as «{{puerto}}» is',
    ],
    [
      'a number without a word',
      { written: ['{{puerto:es}}'] },
      'parameters.0.written.0 cannot be written with the default: no whole number, or no word for it',
    ],
    [
      'a part of a number',
      { written: ['{{puerto}}', '{{puerto / 3}}'] },
      'parameters.0.written.1 cannot be written with the default: no whole number, or no word for it',
    ],
    [
      'a value that stands there already',
      { values: [8080, 9000] },
      'parameters.0.id is «9000» for 9000, which stands already in enunciado.md:2',
    ],
  ])('are told to have %s', (_, change, words) => expect(problems({ ...port, ...change })).toContain(words));

  it('are told about in Spanish too', () => {
    const parameters = [{ ...port, written: ['{{puetro}}'] }];
    expect(parameterProblems({ parameters } as unknown as ExerciseSpec, files).map(({ words }) => words.es)).toEqual([
      'no hay ningún parámetro puetro; ¿querías decir puerto?',
    ]);
  });

  it('are told to have one name, and to leave a value to each', () => {
    expect(problems(port, port)).toContain('parameters.1.id there is a parameter puerto already');
    const two: Parameter = { ...port, id: 'b', written: ['port: {{b}}'], unlike: ['puerto'], values: [8080, 8085] };
    expect(problems(port, two)).toEqual([]);
    expect(
      problems(port, { ...two, id: 'a', written: ['port: {{a}}'] }, { ...two, unlike: ['puerto', 'a'] }),
    ).toContain('parameters.2.unlike leaves no value');
    expect(problems(port, { ...two, written: ['port: {{puerto}}'] })).toContain(
      'parameters.1.written.0 does not name b',
    );
  });
});
