import type { AuthoredExercise } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { type Problem, problemAt } from './problem.ts';

/** Prerequisites exist and lead nowhere in circles; ids and numbers are used once. */
export function relationProblems(exercises: readonly AuthoredExercise[]): readonly Problem[] {
  return [...repeated(exercises, 'id'), ...repeated(exercises, 'number'), ...unknown(exercises), ...cycles(exercises)];
}

function at(exercise: AuthoredExercise, path: readonly (string | number)[], words: string): Problem {
  return problemAt(exercise.specFile.source, spanAt(exercise.spec, path), words);
}

function repeated(exercises: readonly AuthoredExercise[], key: 'id' | 'number'): Problem[] {
  return exercises.flatMap((exercise, index) => {
    const first = exercises.slice(0, index).find(({ spec }) => spec[key] === exercise.spec[key]);
    return first ? [at(exercise, [key], `the ${key} ${exercise.spec[key]} is already that of ${first.path}`)] : [];
  });
}

function unknown(exercises: readonly AuthoredExercise[]): Problem[] {
  const ids = new Set(exercises.map(({ spec }) => spec.id));
  return exercises.flatMap((exercise) =>
    (exercise.spec.prerequisites ?? []).flatMap((id, index) =>
      ids.has(id) ? [] : [at(exercise, ['prerequisites', index], `there is no exercise ${id}`)],
    ),
  );
}

function cycles(exercises: readonly AuthoredExercise[]): Problem[] {
  const needs = new Map(exercises.map(({ spec }) => [spec.id, spec.prerequisites ?? []]));
  return exercises.flatMap((exercise) => {
    const way = wayBack(exercise.spec.id, needs);
    return way ? [at(exercise, ['prerequisites'], `the prerequisites go round: ${way.join(' → ')}`)] : [];
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
