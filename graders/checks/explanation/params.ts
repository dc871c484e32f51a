import type { Lexicon, Misconception, Slot } from '../../theory/prose/rubric.ts';
import type { Proof } from '../judgements/params.ts';

/** A wrong view, with the run of the lab that refutes it where the lab can. */
export interface ProvenMisconception extends Misconception {
  readonly proof?: Proof;
}

/** A slot whose misconceptions the lab may refute. */
export interface ProvenSlot extends Slot {
  readonly misconceptions?: readonly ProvenMisconception[];
}

/** Explanations in a few sentences, graded by the ideas they hold. */
export interface Params {
  /** Key of the section in the answer; `explica` when omitted. */
  readonly section?: string;
  /** Words that only this exercise speaks of, and more forms of those of the course. */
  readonly lexicon?: Lexicon;
  readonly slots: readonly [ProvenSlot, ...ProvenSlot[]];
}
