import { enoughOf } from '../core/exercise.ts';
import { tidy } from '../core/report.ts';
import type { Exercise } from '../exercise.ts';
import { checkKinds } from '../generated/kinds.ts';
import type { ClassExercise } from './results.ts';

/** What the results say of an exercise, whatever anybody answered. */
export function aboutExercise({ spec, folder }: Pick<Exercise, 'spec' | 'folder'>): ClassExercise {
  const of = tidy(spec.checks.reduce((sum, { points = 0 }) => sum + points, 0));
  const checks = spec.checks.map(({ id, kind, title, points = 0 }) => ({
    id,
    title: title ?? checkKinds[kind].title,
    of: points,
  }));
  return { id: spec.id, number: spec.number, folder, title: spec.title, of, enough: enoughOf(spec, of), checks };
}
