import { isAsGiven } from './checks/pending.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';

/**
 * An exercise that goes on with what its learner made in an earlier one: those answers stand where `given/` has files for
 * whoever has not made them yet.
 * @param earlier the answers of the earlier exercise, in the order of `spec.continues.files`; those that cannot be read are left out
 */
export function continued(exercise: Exercise, earlier: readonly Source[]): Exercise {
  const { spec, given, earlier: starters = [] } = exercise;
  const { continues } = spec;
  const [first] = earlier;
  if (!continues || !first || isAsGiven(first, starters[0])) return exercise;
  const { folder } = continues;
  const own = earlier.map(({ path, text }) => ({ path: `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`, text }));
  return { ...exercise, given: [...given.filter(({ path }) => !path.startsWith(`${folder}/`)), ...own] };
}
