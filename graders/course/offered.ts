/**
 * Those of the exercises that are offered to somebody, in the order of the course: practice is for who has not begun what comes after it.
 * @param all exercises, or what stands for them, in the order of the course
 * @param counts whether one is no practice
 */
export function offered<One>(
  all: readonly One[],
  counts: (one: One) => boolean,
  isBegun: (one: One) => boolean,
): readonly One[] {
  const begun = all.findLastIndex((one) => counts(one) && isBegun(one));
  return all.filter((one, index) => counts(one) || index > begun);
}
