import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, readSources } from '../../course/entries.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { type Problem, problem } from './problem.ts';

/** Every file an exercise needs is there, and nothing that belongs to nobody. */
export function fileProblems(root: string, exercise: AuthoredExercise): readonly Problem[] {
  const { path, solution, spec } = exercise;
  const answers = spec.answers.map(({ file }) => file);
  const wanted = [
    `${path}/enunciado.md`,
    `${solution}/explicacion.md`,
    ...answers.flatMap((file) => [`${path}/${file}`, `${path}/starter/${file}`, `${solution}/${file}`]),
    ...(spec.world ?? []).map((file) => `${path}/${file}`),
  ];
  return [
    ...wanted
      .filter((file) => !exists(root, file))
      .map((file) => problem(file, { es: 'falta o está vacío', en: 'is missing or empty' })),
    ...statementProblems(root, exercise),
    ...editedAnswers(root, exercise),
    ...strays(root, exercise),
  ];
}

/** A starter may be an empty file; the other files have something to say. */
function exists(root: string, file: string): boolean {
  const at = join(root, file);
  if (!existsSync(at)) return false;
  return !file.endsWith('.md') || readFileSync(at, 'utf8').trim() !== '';
}

function statementProblems(root: string, { path, spec }: AuthoredExercise): Problem[] {
  return entriesOf(join(root, path))
    .filter((name) => /^enunciado(?:\.[a-z]{2})?\.md$/.test(name))
    .flatMap((name) => {
      const statement = readFileSync(join(root, path, name), 'utf8');
      const silent = spec.answers.filter(({ file }) => !statement.includes(file));
      return silent.map(({ file }) =>
        problem(`${path}/${name}`, {
          es: `no nombra el fichero de respuesta ${file}`,
          en: `does not mention the answer file ${file}`,
        }),
      );
    });
}

/** An exercise is published unanswered. */
function editedAnswers(root: string, { path, spec, starter }: AuthoredExercise): Problem[] {
  return spec.answers.flatMap(({ file }, index) => {
    const answer = join(root, path, file);
    if (!existsSync(answer) || readFileSync(answer, 'utf8') === starter[index]?.text) return [];
    return [problem(`${path}/${file}`, { es: 'no es igual que su copia de starter/', en: 'differs from its starter' })];
  });
}

function strays(root: string, exercise: AuthoredExercise): Problem[] {
  const { path, solution, spec, given } = exercise;
  const answers = spec.answers.map(({ file }) => file);
  const types = spec.answers.some(({ format }) => format === 'literal') ? ['respuesta.types.ts'] : [];
  const statement = existsSync(join(root, path, 'enunciado.md'))
    ? readFileSync(join(root, path, 'enunciado.md'), 'utf8')
    : '';
  const named = `${exercise.specFile.source.text}\n${statement}`;
  const others = (folder: string, known: readonly (string | RegExp)[]) =>
    entriesOf(join(root, folder))
      .filter((name) => !known.some((one) => (typeof one === 'string' ? one === name : one.test(name))))
      .map((name) => problem(`${folder}/${name}`, { es: 'es un fichero que no es de nadie', en: 'is a stray file' }));
  const variants = ['accepted', 'rejected'].flatMap((group) =>
    entriesOf(join(root, solution, group)).flatMap((name) => {
      const folder = `${solution}/${group}/${name}`;
      if (!statSync(join(root, folder)).isDirectory())
        return [
          problem(folder, { es: 'debería ser una carpeta con una respuesta', en: 'should be a folder with an answer' }),
        ];
      const empty =
        readSources(join(root, folder), root).length === 0
          ? [problem(folder, { es: 'no tiene respuesta', en: 'has no answer' })]
          : [];
      return [...empty, ...others(folder, answers)];
    }),
  );
  return [
    ...others(path, ['exercise.yaml', /^enunciado(\.[a-z]{2})?\.md$/, 'starter', 'given', ...answers, ...types]),
    ...others(`${path}/starter`, answers),
    ...others(solution, [
      /^explicacion(\.[a-z]{2})?\.md$/,
      'accepted',
      'rejected',
      'variantes.yaml',
      'harmless.yaml',
      'prosa',
      ...answers,
    ]),
    ...variants,
    ...given
      .filter((file) => !isNamed(file.path, named))
      .map((file) => problem(`${path}/${file.path}`, { es: 'no lo usa nadie', en: 'is never used' })),
  ];
}

/** A given file is used when the spec or the statement names it, or a folder it is in. */
function isNamed(file: string, text: string): boolean {
  const parts = file.split('/');
  const folders = parts.slice(2).map((_, index) => parts.slice(0, index + 2).join('/'));
  return [file, parts.at(-1) ?? file, ...folders].some((name) => text.includes(name));
}
