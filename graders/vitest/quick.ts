import { it } from 'vitest';

/** Whether somebody waits: `npm test` alone tries less of each kind than `npm run check` and `npm test -- --all`. */
export const quick = process.env.TIMONEL_QUICK !== undefined;

/** The cases of a list that stand for all of them where somebody waits: the first ones. */
export const few = <One>(all: readonly One[], count = 1): readonly One[] => (quick ? all.slice(0, count) : all);

/** How many random cases a test tries that says so itself. */
export const runs = (all: number): number => (quick ? Math.ceil(all / 10) : all);

/**
 * A test that takes long for what it tells, beside a quick one of its kind: where somebody waits there is no such test, and
 * everywhere else it is like any other.
 */
export const thorough = (quick ? Object.assign(() => {}, { each: () => () => {} }) : it) as typeof it;
