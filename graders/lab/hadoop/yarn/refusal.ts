import type { Hop } from '../../../core/trace.ts';

/** A step of a launch: undefined where it goes on, and the decision that ends it. */
export type Step<Context> = (context: Context) => Hop | undefined;

/** The first step that ends a launch. */
export function firstRefusal<Context>(steps: readonly Step<Context>[], context: Context): Hop | undefined {
  for (const step of steps) {
    const refusal = step(context);
    if (refusal) return refusal;
  }
  return undefined;
}
