import { isAsGiven } from './checks/pending.ts';
import type { Continued } from './core/exercise.ts';
import { memo } from './core/memo.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';

/**
 * An exercise that goes on with what its learner made in an earlier one: those answers stand where `given/` has files for
 * whoever has not made them yet.
 * @param earlier the answers of the earlier exercise, in the order of `spec.continues.files`; those that cannot be read are left out
 */
export function continued(exercise: Exercise, earlier: readonly Source[]): Exercise {
  const { spec, earlier: starters = [] } = exercise;
  const { continues } = spec;
  const [first] = earlier;
  if (!continues || !first || isAsGiven(first, starters[0])) return exercise;
  const kept = lastOf(exercise);
  if (!isSame(kept.earlier, earlier)) Object.assign(kept, { earlier, world: worldOf(exercise, continues, earlier) });
  return kept.world;
}

/** Its learner goes on with one answer for a long time, and what follows from the world is kept as long as the world is the same. */
const lastOf = memo((world: Exercise) => ({ earlier: [] as readonly Source[], world }));

const isSame = (a: readonly Source[], b: readonly Source[]): boolean =>
  a.length === b.length && a.every(({ path, text }, index) => b[index]?.path === path && b[index]?.text === text);

function worldOf(exercise: Exercise, { folder }: Continued, earlier: readonly Source[]): Exercise {
  const { given } = exercise;
  const own = earlier.map(({ path, text }) => ({ path: `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`, text }));
  return { ...exercise, given: [...given.filter(({ path }) => !path.startsWith(`${folder}/`)), ...own] };
}
