import { describe, expect, it } from 'vitest';
import { editedVariants } from './read.ts';

const reference = [
  { path: 'solutions/01-uno/respuesta.yaml', text: 'kind: Pod\nspec:\n  a: 1\n  b: 1\n' },
  { path: 'solutions/01-uno/Dockerfile', text: 'FROM x\nUSER 1\n' },
];
const around = {
  answers: [
    { file: 'respuesta.yaml', format: 'manifests' },
    { file: 'Dockerfile', format: 'dockerfile' },
  ],
  reference,
  solution: 'solutions/01-uno',
  folders: new Set(['accepted/hay']),
} as const;
const read = (text: string) => editedVariants({ path: 'variantes.yaml', text }, around);
const problems = (text: string) => read(text).problems.map(({ line, words }) => `${line}: ${words}`);

const edit = '{ file: respuesta.yaml, find: "a: 1", replace: "a: 2" }';
const rejected = (rest: string, edits = edit) => `rejected:\n  dos:\n    edits:\n      - ${edits}\n${rest}`;

describe('variantes.yaml', () => {
  it('makes the files that differ, where a folder would have them', () => {
    const { variants } = read(
      `accepted:\n  otra:\n    why: Da igual.\n    edits: [${edit}, { file: Dockerfile, find: USER 1, replace: "" }]\n`,
    );
    expect(variants).toEqual([
      {
        group: 'accepted',
        name: 'otra',
        line: 2,
        expected: [],
        changed: [
          { path: 'solutions/01-uno/accepted/otra/respuesta.yaml', text: 'kind: Pod\nspec:\n  a: 2\n  b: 1\n' },
          { path: 'solutions/01-uno/accepted/otra/Dockerfile', text: 'FROM x\n' },
        ],
      },
    ]);
  });

  it.each([
    ['an id, where the edits write', 'traffic/split', [{ id: 'traffic/split', lines: [3] }]],
    ['a line of the variant', '{ id: traffic/split, line: "b: 1" }', [{ id: 'traffic/split', lines: [4] }]],
    [
      'the first of some lines, and the words that are marked',
      '{ id: traffic/split, line: "spec:\\n  a: 2", marks: spec }',
      [{ id: 'traffic/split', lines: [2], marks: 'spec' }],
    ],
    ['anywhere', '{ id: traffic/split, anywhere: true }', [{ id: 'traffic/split' }]],
    [
      'several, one of them in a file that is not edited',
      '[traffic/split, { id: docker/no-user, file: Dockerfile, line: USER 1 }]',
      [
        { id: 'traffic/split', lines: [3] },
        { id: 'docker/no-user', lines: [2] },
      ],
    ],
  ])('reads what is expected: %s', (_, expected, found) => {
    const { variants, problems } = read(rejected(`    expect: ${expected}\n`));
    expect(problems).toEqual([]);
    const told = variants[0]?.expected.map(({ id, at, marks }) => ({
      id,
      ...(at && { lines: at.lines }),
      ...(marks !== undefined && { marks }),
    }));
    expect(told).toEqual(found);
  });

  it('says what is wrong in Spanish too', () => {
    const edits = `[{ file: Dockerfile, find: USER, replace: z }, ${edit}, { file: a.ts, find: x, replace: z }]`;
    expect(read(`accepted:\n  otra:\n    edits: ${edits}\n`).problems.map(({ es }) => es)).toEqual([
      'no aparece en la referencia Dockerfile',
      'a.ts no es un fichero de respuesta: respuesta.yaml, Dockerfile',
    ]);
  });

  it.each([
    ['no YAML', 'a: [', '1: '],
    ['a field that does not exist', `acepted: {}\n`, '1: There is no field `acepted` here. Did you mean `accepted`?'],
    ['no edits', 'accepted:\n  otra:\n    edits: []\n', '3: This list lacks items: it needs at least 1.'],
    [
      'a number for a line',
      `accepted:\n  otra:\n    edits:\n      - { file: Dockerfile, find: 1, replace: x }\n`,
      '4: ',
    ],
    ['nothing expected', rejected(''), '3: The field `expect` is missing here.'],
    ['a name twice', `accepted:\n  otra:\n    edits: [${edit}]\n  otra:\n    edits: [${edit}]\n`, '4: '],
    ['a name in capitals', `accepted:\n  Otra:\n    edits: [${edit}]\n`, '2: «Otra» is no name'],
    ['a name of a folder', `accepted:\n  hay:\n    edits: [${edit}]\n`, '2: there is a folder accepted/hay too'],
    [
      'a file of no answer',
      `accepted:\n  otra:\n    edits:\n      - { file: servicio.ts, find: x, replace: z }\n`,
      '4: servicio.ts is no answer file: respuesta.yaml, Dockerfile',
    ],
    [
      'lines that occur nowhere',
      `accepted:\n  otra:\n    edits:\n      - ${edit}\n      - { file: Dockerfile, find: USER, replace: z }\n`,
      '5: occurs nowhere in the reference Dockerfile',
    ],
    [
      'a finding that does not exist',
      rejected('    expect: trafic/split\n'),
      '5: there is no finding trafic/split; did you mean traffic/split?',
    ],
    [
      'a place that does not exist',
      rejected('    expect:\n      - { id: traffic/split, line: "a: 1" }\n'),
      '6: occurs nowhere in the variant',
    ],
    [
      'a finding where nothing is written',
      rejected('    expect: traffic/split\n', '{ file: respuesta.yaml, find: "a: 1", replace: "" }'),
      '5: the edits write no line: say on which `line` traffic/split starts',
    ],
    [
      'a finding in one of two files',
      rejected('    expect: traffic/split\n', `${edit}\n      - { file: Dockerfile, find: USER 1, replace: USER 0 }`),
      '6: edits 2 files: say in which `file` traffic/split is',
    ],
  ])('says the line of %s', (_, text, problem) => {
    expect(problems(text)).toEqual([expect.stringContaining(problem)]);
    expect(problems(text)[0]).toMatch(new RegExp(`^${problem.split(':')[0]}:`));
    expect(read(text).variants).toEqual([]);
  });

  it('makes the others where one has a problem', () => {
    const text = `accepted:\n  una:\n    edits: [${edit.replace('a: 1', 'z')}]\n  otra:\n    edits: [${edit}]\n`;
    expect(read(text).variants.map(({ name }) => name)).toEqual(['otra']);
    expect(problems(text)).toHaveLength(1);
  });
});
