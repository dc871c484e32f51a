import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import type { AnswerFormat } from '../core/exercise.ts';
import type { Report } from '../core/report.ts';
import type { Source } from '../core/source.ts';
import { listFolders } from '../course/folders.ts';
import { type AuthoredExercise, readExercise, readReference, readVariants } from '../course/solutions.ts';
import { grade } from '../grade.ts';
import { damaged, dockerfilePieces, literalPieces, settingsPieces, wrongValues, yamlPieces } from './damage.ts';

/**
 * Whatever a student writes, grading it gives a report: located findings, never an exception. The damage is random; a
 * failure prints the text that caused it and the seed to repeat it.
 */
const exercises = listFolders('.')
  .map(({ name: folder }) => readExercise('.', folder))
  .filter((exercise) => exercise !== undefined);

const pieces: Readonly<Record<AnswerFormat, readonly string[]>> = {
  manifests: [...yamlPieces, ...wrongValues],
  dockerfile: [...dockerfilePieces, ...wrongValues],
  literal: literalPieces,
  service: literalPieces,
  shell: [],
  settings: [...settingsPieces, ...wrongValues],
};
const runs = 60;

function expectPlaces(report: Report, sources: readonly Source[]): void {
  for (const { at, id } of report.checks.flatMap(({ findings }) => findings)) {
    const text = sources.find(({ path }) => path === at.path)?.text;
    if (text === undefined) continue;
    expect(at.from, id).toBeGreaterThanOrEqual(0);
    expect(at.to, id).toBeGreaterThanOrEqual(at.from);
    expect(at.to, id).toBeLessThanOrEqual(text.length);
  }
}

/** Points are an interval inside what can be reached, and what lacks points or a required check is never called a pass. */
function expectSense({ points, checks, status, enough }: Report): void {
  expect(points.min).toBeGreaterThanOrEqual(0);
  expect(points.max).toBeGreaterThanOrEqual(points.min);
  expect(points.of).toBeGreaterThanOrEqual(points.max);
  if (status !== 'pass') return;
  expect(points.min).toBeGreaterThanOrEqual(enough);
  expect(checks.filter(({ required, status: one }) => required && one !== 'pass')).toEqual([]);
}

function answersOf(exercise: AuthoredExercise, index: number): readonly string[] {
  const variants = [readReference('.', exercise), ...readVariants('.', exercise, 'accepted')];
  return variants.flatMap(({ answers }) => answers[index]?.text ?? []);
}

describe.each(exercises.map((exercise) => [exercise.folder, exercise] as const))('%s', (_, exercise) => {
  const { answers } = readReference('.', exercise);
  const files = exercise.spec.answers.filter(({ format }) => pieces[format].length > 0 && format !== 'service');

  it.each(files.map(({ file, format }) => [file, format] as const))('a damaged %s is graded', (file, format) => {
    const index = exercise.spec.answers.findIndex((answer) => answer.file === file);
    fc.assert(
      fc.property(damaged(answersOf(exercise, index), pieces[format]), (text) => {
        const path = answers[index]?.path ?? file;
        const sources = answers.with(index, { path, text });
        const report = grade(exercise, sources);
        expectPlaces(report, [...sources, ...exercise.given]);
        expectSense(report);
        expect(() => JSON.parse(JSON.stringify(report))).not.toThrow();
      }),
      { numRuns: runs },
    );
  });
});

describe('checking any file', () => {
  const textsIn = (format: AnswerFormat) =>
    exercises.flatMap((exercise) =>
      exercise.spec.answers.flatMap((answer, index) => (answer.format === format ? answersOf(exercise, index) : [])),
    );
  const given = exercises.flatMap((exercise) => exercise.given.filter(({ path }) => path.endsWith('.yaml')));

  it.each([
    ['respuesta.yaml', [...textsIn('manifests'), ...given.map(({ text }) => text)], pieces.manifests],
    ['Dockerfile', textsIn('dockerfile'), pieces.dockerfile],
  ] as const)('a damaged %s gives findings, never an exception', (path, texts, others) => {
    if (texts.length === 0) return;
    fc.assert(
      fc.property(damaged(texts, others), (text) => {
        for (const { findings } of check([{ path, text }])) {
          for (const { at, id } of findings) {
            expect(at.from, id).toBeGreaterThanOrEqual(0);
            expect(at.to, id).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
