import type { Statement } from '../../theory/judgements.ts';

/** Statements to judge true or false, with +1, −1 and 0 for right, wrong and `no-se`. */
export interface Params {
  /** Key of the section in the answer; `juicios` when omitted. */
  readonly section?: string;
  readonly statements: readonly [Statement, ...Statement[]];
}
