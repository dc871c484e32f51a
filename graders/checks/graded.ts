import type { Graded } from '../theory/share.ts';
import type { Verdict } from './check.ts';

/** The verdict on a section of theory: it passes whole or not at all, and earns its share of the points either way. */
export function verdictOf({ findings, share }: Graded): Verdict {
  return { findings, share: { min: share, max: share } };
}
