import type { ForeignStep, Step } from '../../theory/ordering.ts';

/** Steps to put in an order that can happen. */
export interface Params {
  /** Key of the section in the answer; `orden` when omitted. */
  readonly section?: string;
  readonly steps: readonly [Step, Step, ...Step[]];
  /** Plausible steps that are no part of the process. */
  readonly foreign?: readonly ForeignStep[];
}
