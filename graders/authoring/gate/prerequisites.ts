import type { ExerciseBase } from '../../core/exercise.ts';
import type { Text } from '../../core/text.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { type Problem, problemAt } from './problem.ts';

/** What relations between exercises are about. */
export interface Related {
  readonly spec: Pick<ExerciseBase, 'id' | 'number' | 'prerequisites'>;
  readonly path: string;
}

/**
 * Prerequisites exist and lead nowhere in circles; ids and numbers are used once.
 * @param exercises those that are judged
 * @param others the rest of the course
 */
export function relationProblems(
  exercises: readonly AuthoredExercise[],
  others: readonly Related[] = [],
): readonly Problem[] {
  return [
    ...repeated(exercises, others, 'id'),
    ...repeated(exercises, others, 'number'),
    ...unknown(exercises, others),
    ...cycles(exercises, others),
  ];
}

function at(exercise: AuthoredExercise, path: readonly (string | number)[], words: Text): Problem {
  return problemAt(exercise.specFile.source, spanAt(exercise.spec, path), words);
}

function repeated(
  exercises: readonly AuthoredExercise[],
  others: readonly Related[],
  key: 'id' | 'number',
): readonly Problem[] {
  return exercises.flatMap((exercise, index) => {
    const value = exercise.spec[key];
    const first = [...others, ...exercises.slice(0, index)].find(({ spec }) => spec[key] === value);
    if (!first) return [];
    const es =
      key === 'id' ? `el id ${value} ya es el de ${first.path}` : `el número ${value} ya es el de ${first.path}`;
    return [at(exercise, [key], { es, en: `the ${key} ${value} is already that of ${first.path}` })];
  });
}

function unknown(exercises: readonly AuthoredExercise[], others: readonly Related[]): readonly Problem[] {
  const ids = new Set([...exercises, ...others].map(({ spec }) => spec.id));
  return exercises.flatMap((exercise) =>
    (exercise.spec.prerequisites ?? []).flatMap((id, index) =>
      ids.has(id)
        ? []
        : [
            at(exercise, ['prerequisites', index], {
              es: `no hay ningún ejercicio ${id}`,
              en: `there is no exercise ${id}`,
            }),
          ],
    ),
  );
}

function cycles(exercises: readonly AuthoredExercise[], others: readonly Related[]): readonly Problem[] {
  const needs = new Map([...exercises, ...others].map(({ spec }) => [spec.id, spec.prerequisites ?? []]));
  return exercises.flatMap((exercise) => {
    const way = wayBack(exercise.spec.id, needs)?.join(' → ');
    if (way === undefined) return [];
    const words = { es: `los requisitos dan la vuelta: ${way}`, en: `the prerequisites go round: ${way}` };
    return [at(exercise, ['prerequisites'], words)];
  });
}

/** The shortest way from an exercise to itself. */
function wayBack(id: string, needs: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: string[][] = [[id]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of needs.get(way.at(-1) ?? '') ?? []) {
      if (next === id) return [...way, id];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
