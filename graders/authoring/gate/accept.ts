import { join } from 'node:path';
import type { AnswerFormat } from '../../core/exercise.ts';
import type { Source } from '../../core/source.ts';
import { readIfThere } from '../../course/entries.ts';
import { lessonNamed } from '../../course/lessons/course.ts';
import { withPreparation } from '../../course/preparation.ts';
import { type AuthoredExercise, readVariants, type Variant } from '../../course/solutions.ts';
import { announcing, type Style, withoutAnnouncements } from '../announce.ts';
import { answerType } from '../generate/answer-types.ts';
import { withPassMark } from '../generate/pass-marks.ts';
import { failProblems, tryGrade } from './answers.ts';
import { type Problem, problem } from './problem.ts';

/** A file as it is, and as it would be if its author accepted what follows from the others. */
export interface Proposal {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What can be written by itself: the parts that follow from the definition, and the findings that rejected answers get. */
export function proposals(root: string, exercise: AuthoredExercise): readonly Proposal[] {
  const rejected = readVariants(root, exercise, 'rejected').filter(({ edited }) => !edited);
  const lesson = lessonNamed(root, exercise.spec.lesson);
  const statement = (text: string) =>
    lesson ? withPreparation(passMarked(text, exercise), exercise.spec, lesson) : passMarked(text, exercise);
  return [...derived(root, exercise, statement), ...rejected.flatMap((variant) => announced(exercise, variant))];
}

const passMarked = (statement: string, { spec }: AuthoredExercise): string => withPassMark(statement, spec);

/** Parts that do not say what the definition says. */
export function derivedProblems(root: string, exercise: AuthoredExercise): readonly Problem[] {
  return derived(root, exercise, (statement) => passMarked(statement, exercise)).map(({ path }) =>
    problem(path, {
      es: 'no dice lo que dice `exercise.yaml`: `timonel gate --accept` lo escribe',
      en: 'does not say what `exercise.yaml` says: `timonel gate --accept` writes it',
    }),
  );
}

/** @param withSections what a statement is with the sections that are made of the definition */
function derived(
  root: string,
  { path, spec }: AuthoredExercise,
  withSections: (statement: string) => string,
): readonly Proposal[] {
  const statement = readIfThere(join(root, path, 'enunciado.md'));
  const isLiteral = spec.answers.some(({ format }) => format === 'literal');
  const types = readIfThere(join(root, path, 'respuesta.types.ts'));
  const all = [
    ...(statement.trim() === ''
      ? []
      : [{ path: `${path}/enunciado.md`, before: statement, after: withSections(statement) }]),
    ...(isLiteral ? [{ path: `${path}/respuesta.types.ts`, before: types, after: answerType(spec) }] : []),
  ];
  return all.filter(({ before, after }) => before !== after);
}

/** The files of a rejected answer with the findings it gets, where they do not say them yet and saying them is enough. */
function announced(exercise: AuthoredExercise, variant: Variant): readonly Proposal[] {
  const isOwn = ({ path }: Source) => path.includes(`/${variant.name}/`);
  if (failProblems(exercise, variant).length === 0) return [];
  const bare = variant.answers.map((answer) =>
    isOwn(answer) ? { ...answer, text: withoutAnnouncements(answer.text) } : answer,
  );
  const report = tryGrade(exercise, bare);
  if ('words' in report) return [];
  const findings = report.checks.flatMap((check) => check.findings).filter(({ severity }) => severity === 'error');
  const answers = bare.map((answer, index) =>
    isOwn(answer) ? announcing(answer, findings, styleOf(exercise.spec.answers[index]?.format)) : answer,
  );
  if (failProblems(exercise, { ...variant, answers }).length > 0) return [];
  return variant.answers
    .map(({ path, text }, index) => ({ path, before: text, after: answers[index]?.text ?? text }))
    .filter(({ before, after }) => before !== after);
}

/** An instruction of a Dockerfile and a command take a comment above them only. */
const styleOf = (format: AnswerFormat | undefined): Style => ({
  mark: format === 'literal' || format === 'service' ? '//' : '#',
  above: format === 'dockerfile' || format === 'shell',
});
