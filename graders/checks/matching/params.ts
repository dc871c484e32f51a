import type { Class, Item } from '../../theory/matching.ts';

/** Items to classify, one class each. */
export interface Params {
  /** Key of the section in the answer; `matriz` when omitted. */
  readonly section?: string;
  readonly classes: readonly [Class, Class, ...Class[]];
  readonly items: readonly [Item, ...Item[]];
}
