import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExerciseSpec } from '../../checks/kinds.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { withPassMark } from '../generate/pass-marks.ts';
import { gate } from './gate.ts';
import { sayProblem } from './problem.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const spec = `id: uno
number: 1
title: { es: Uno, en: One }
lesson: pods
concepts: [pod]
answers: [{ file: respuesta.yaml, format: manifests }]
checks:
  - { id: valido, kind: valid }
  - { id: hay, kind: pods, needs: [valido], points: 1, required: true, pods: [{ kind: Pod }] }
hints: [{ es: a, en: a }, { es: b, en: b }, { es: c, en: c }]
`;
const good =
  'apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: web, image: nginx:1.29 }] }\nmetadata:\n  name: tienda\n';
const bad = `${good}  name: tienda # expect: yaml/duplicate-key 3-7\n`;
const starter = '# Escribe aquí tu Namespace\n';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index));

const sound: Readonly<Record<string, string>> = {
  'exercises/01-uno/exercise.yaml': spec,
  'exercises/01-uno/enunciado.md': withPassMark(
    '# Uno\n\nEdita `respuesta.yaml`.\n',
    parseYaml({ path: 'exercise.yaml', text: spec }).documents[0]?.value as ExerciseSpec,
  ),
  'exercises/01-uno/respuesta.yaml': starter,
  'exercises/01-uno/starter/respuesta.yaml': starter,
  'solutions/01-uno/respuesta.yaml': good,
  'solutions/01-uno/explicacion.md': 'Porque sí.\n',
  ...Object.fromEntries(
    numbered(6).map((name) => [`solutions/01-uno/accepted/${name}/respuesta.yaml`, `${good}# ${name}\n`]),
  ),
  ...Object.fromEntries(numbered(10).map((name) => [`solutions/01-uno/rejected/${name}/respuesta.yaml`, bad])),
};

/** Ten rejected answers, all of them as edits of the reference. */
const edited = (changes: Readonly<Record<string, string>> = {}): string => {
  const one = (name: string) =>
    `  r${name}:\n    expect: ${changes.expect ?? 'yaml/duplicate-key'}\n    edits:\n      - { file: respuesta.yaml, find: "${changes.find ?? 'name: tienda'}", replace: "${changes.replace ?? 'name: tienda\\nname: otra'}" }\n`;
  return `rejected:\n${numbered(10).map(one).join('')}`;
};
const withEdits = (text: string) => ({
  ...Object.fromEntries(numbered(10).map((name) => [`solutions/01-uno/rejected/${name}/respuesta.yaml`, undefined])),
  'solutions/01-uno/variantes.yaml': text,
});

/** What the gate says about the sound exercise with some files changed, or removed with `undefined`. */
async function problemsWith(changes: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'gate-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...sound, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await gate(root)).problems.map(sayProblem);
}

/** A check whose statement is proved by a run of the lab that ends with one container. */
const proved = (shows: number) => `  - id: juicios
    kind: judgements
    statements:
      - id: uno
        text: { es: a, en: a }
        truth: true
        refutation: { es: b, en: b }
        proof:
          scenario: { kind: engine, steps: [{ do: build, image: x }, { do: run, image: x, name: a }] }
          value: containers
          shows: ${shows}
`;

describe('the author gate', () => {
  it('lets a sound exercise through', async () => expect(await problemsWith({})).toEqual([]));

  it('asks of the exercise that a student has no more answers than of the exercise itself', async () =>
    expect(
      await problemsWith({
        'exercises/course.yaml': 'answers: { accepted: 6, rejected: 9 }\n',
        'exercises/01-uno/exercise.yaml': spec.replace(
          'hints',
          'parameters: [{ id: nombre, default: tienda, values: [tienda, bazar] }]\nhints',
        ),
        'solutions/01-uno/rejected/0/respuesta.yaml': undefined,
      }),
    ).toEqual([]));

  it.each([
    ['no', ''],
    ['nothing but a comment in its', '# Todavía nada.\n'],
    [
      'everything in its',
      'modules:\n  - { title: { es: Uno, en: One }, about: { es: A, en: A }, lessons: [pods], exercises: [uno] }\nanswers: { accepted: 6, rejected: 10 }\n',
    ],
  ])('lets a course through that has %s course.yaml', async (_, text) =>
    expect(await problemsWith({ 'exercises/course.yaml': text })).toEqual([]),
  );

  it('lets rejected answers through that are edits', async () =>
    expect(await problemsWith(withEdits(edited()))).toEqual([]));

  it.each([
    ['an edit of nothing', { find: 'name: puesto' }, '5: occurs nowhere in the reference respuesta.yaml'],
    ['a finding nobody knows', { expect: 'yaml/duplicate' }, '3: there is no finding yaml/duplicate'],
    ['an edit that does no harm', { replace: 'name: puesto' }, '2: is pass with 1 of 1, not fail'],
    [
      'another finding',
      { expect: 'yaml/syntax' },
      '3: expected yaml/syntax on line 5, 6 of solutions/01-uno/rejected/r0/respuesta.yaml, found yaml/duplicate-key at 6:3-7',
    ],
    [
      'a finding that marks something else',
      { expect: '{ id: yaml/duplicate-key, marks: tienda }' },
      '3: expected yaml/duplicate-key on line 5, 6 of solutions/01-uno/rejected/r0/respuesta.yaml that marks «tienda»',
    ],
  ])('stops %s', async (_, changes, words) => {
    const problems = await problemsWith(withEdits(edited(changes)));
    expect(problems).toContainEqual(expect.stringContaining(`solutions/01-uno/variantes.yaml:${words}`));
  });

  it.each([
    ['a spec that is no YAML', 'exercises/01-uno/exercise.yaml', 'a: [', 'exercises/01-uno/exercise.yaml:1: '],
    [
      'a folder with another name',
      'exercises/01-uno/exercise.yaml',
      spec.replace('number: 1', 'number: 2'),
      'exercises/01-uno/exercise.yaml:1: the folder should be called 02-uno',
    ],
    [
      'a field that no course.yaml has',
      'exercises/course.yaml',
      '# El curso.\nmodulos: []\n',
      'exercises/course.yaml:2: There is no field `modulos` here. Did you mean `modules`?',
    ],
    [
      'a part of the course whose title has one language',
      'exercises/course.yaml',
      'modules:\n  - title: Uno\n    exercises: [uno]\n',
      'exercises/course.yaml:2: A value of type `object` goes here, and there is one of type `string`.',
    ],
    [
      'a number of answers that is none',
      'exercises/course.yaml',
      'answers:\n  accepted: 1\n  rejected: muchas\n',
      'exercises/course.yaml:3: A value of type `number` goes here, and there is one of type `string`.',
    ],
    ['a course.yaml that is no YAML', 'exercises/course.yaml', 'modules: [', 'exercises/course.yaml:1: '],
    [
      'few hints',
      'exercises/01-uno/exercise.yaml',
      spec.replace(', { es: c, en: c }', ''),
      'exercises/01-uno/exercise.yaml:10: has fewer than three hints',
    ],
    [
      'a hint for no check',
      'exercises/01-uno/exercise.yaml',
      spec.replace('{ es: c, en: c }', '{ es: c, en: c, check: otro }'),
      'exercises/01-uno/exercise.yaml:10: The hint is for `otro`, and no check is called that.',
    ],
    [
      'a need for no check',
      'exercises/01-uno/exercise.yaml',
      spec.replace('needs: [valido]', 'needs: [otro]'),
      'exercises/01-uno/exercise.yaml:9: `needs` names `otro`, which is no earlier check.',
    ],
    [
      'a world that is not there',
      'exercises/01-uno/exercise.yaml',
      spec.replace('checks:', 'world: [given/otro.yaml]\nchecks:'),
      'exercises/01-uno/exercise.yaml:7: There is no `given/otro.yaml`: the world is made of files of `given/`.',
    ],
    [
      'a name of a refusal that nothing has',
      'exercises/01-uno/exercise.yaml',
      spec
        .replace('kind: pods,', 'kind: reach,')
        .replace('pods: [{ kind: Pod }]', 'calls: [{ to: "http://a/", expect: { refusal: nunca } }]'),
      'exercises/01-uno/exercise.yaml:9: `nunca` will not do here.',
    ],
    [
      'an unknown lesson, where the course has lessons',
      'site/lecciones/otra.md',
      '---\nid: otra\norder: 1\ntitle: { es: a, en: a }\nsummary: b\nconcepts: []\nsources: []\n---\n',
      'exercises/01-uno/exercise.yaml:4: no lesson of `site/lecciones/` has the id pods',
    ],
    [
      'points for doing nothing',
      'exercises/01-uno/exercise.yaml',
      spec.replace('kind: valid }', 'kind: valid, points: 1 }'),
      'exercises/01-uno: gives 1 of 1 in valido for doing nothing',
    ],
    [
      'a check of the lab that may or may not be needed',
      'exercises/01-uno/exercise.yaml',
      spec.replace(' required: true,', ''),
      'exercises/01-uno/exercise.yaml:9: hay tries the answer in the lab: say whether it is required to pass',
    ],
    [
      'a check that earns with nobody',
      'exercises/01-uno/exercise.yaml',
      spec.replace('needs: [valido]', 'needs: [valido], earnsWith: [hay]'),
      'exercises/01-uno/exercise.yaml:9: `earnsWith` names `hay`, which is no other check.',
    ],
    [
      'prerequisites in a circle',
      'exercises/01-uno/exercise.yaml',
      spec.replace('hints', 'prerequisites: [uno]\nhints'),
      'exercises/01-uno/exercise.yaml:10: the prerequisites go round: uno → uno',
    ],
    [
      'an unknown prerequisite',
      'exercises/01-uno/exercise.yaml',
      spec.replace('hints', 'prerequisites: [dos]\nhints'),
      'exercises/01-uno/exercise.yaml:10: there is no exercise dos',
    ],
    [
      'no explanation',
      'solutions/01-uno/explicacion.md',
      undefined,
      'solutions/01-uno/explicacion.md: is missing or empty',
    ],
    [
      'an answer left in place',
      'exercises/01-uno/respuesta.yaml',
      good,
      'exercises/01-uno/respuesta.yaml: differs from its starter',
    ],
    [
      'a silent statement',
      'exercises/01-uno/enunciado.md',
      '# Uno\n',
      'exercises/01-uno/enunciado.md: does not mention the answer file respuesta.yaml',
    ],
    ['a stray file', 'exercises/01-uno/notas.txt', 'x', 'exercises/01-uno/notas.txt: is a stray file'],
    ['a stray given file', 'exercises/01-uno/given/app.py', 'x', 'exercises/01-uno/given/app.py: is never used'],
    [
      'a solution without exercise',
      'solutions/02-dos/respuesta.yaml',
      'x',
      'solutions/02-dos: is the solution of no exercise',
    ],
    [
      'too few rejected answers',
      'solutions/01-uno/rejected/0/respuesta.yaml',
      undefined,
      'solutions/01-uno/rejected: has 9 of 10 answers',
    ],
    [
      'a reference that fails',
      'solutions/01-uno/respuesta.yaml',
      bad,
      'solutions/01-uno/respuesta.yaml: is fail with 0 of 1: valido fail yaml/duplicate-key; hay skipped',
    ],
    [
      'a rejected answer that passes',
      'solutions/01-uno/rejected/3/respuesta.yaml',
      good,
      'solutions/01-uno/rejected/3: is pass with 1 of 1, not fail',
    ],
    [
      'a rejected answer with another finding',
      'solutions/01-uno/rejected/3/respuesta.yaml',
      bad.replace('duplicate-key', 'syntax'),
      'solutions/01-uno/rejected/3/respuesta.yaml:6: expected yaml/syntax at 6:3-7, found yaml/duplicate-key at 6:3-7',
    ],
    [
      'a starter that passes',
      'exercises/01-uno/starter/respuesta.yaml',
      good,
      'exercises/01-uno/starter: passes as it is',
    ],
    [
      'a proof that the lab contradicts',
      'exercises/01-uno/exercise.yaml',
      spec.replace('hints:', `${proved(2)}hints:`),
      'exercises/01-uno/exercise.yaml:18: the lab shows 1, not 2',
    ],
  ])('stops %s', async (_, path, text, words) => {
    expect(await problemsWith({ [path]: text })).toContainEqual(expect.stringContaining(words));
  });
});
