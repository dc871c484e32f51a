import type { Decision } from '../../theory/decisions.ts';

/** A case to decide: any choice that breaks no constraint is right, if what is said for and against it is about it. */
export interface Params extends Decision {
  /** Key of the section in the answer; `decision` when omitted. */
  readonly section?: string;
}
