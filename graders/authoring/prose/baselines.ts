import { familiesOf, readClaim } from '../../theory/prose/claims.ts';
import { taggerFor } from '../../theory/prose/explain.ts';
import { functionWords } from '../../theory/prose/grammar.ts';
import { fold, sentencesOf, wordsOf } from '../../theory/prose/words.ts';
import type { ProseSlot } from './slots.ts';

/** Ways of grading that the engine has to beat: the ideas they find in a text. */
export type Baseline = (slot: ProseSlot, text: string) => ReadonlySet<string>;

/** An idea is there when the words of one of its claims are, wherever they stand. */
export const keywords: Baseline = ({ slot, lexicon }, text) => {
  const tag = taggerFor(lexicon);
  const there = new Set(sentencesOf(text).flatMap(({ words }) => tag(words).flatMap(({ families }) => [...families])));
  const ideas = slot.ideas.filter(({ says }) =>
    says.some((claim) => familiesOf(readClaim(claim)).every((family) => there.has(family))),
  );
  return new Set(ideas.map(({ id }) => id));
};

/** All ideas are there when a third of the words of the reference are. */
export const overlap: Baseline = ({ slot, reference }, text) => {
  const content = (some: string) => new Set(wordsOf(fold(some)).filter((word) => !functionWords.has(word)));
  const [model, own] = [content(reference), content(text)];
  const shared = [...model].filter((word) => own.has(word)).length;
  return new Set(shared >= model.size / 3 ? slot.ideas.map(({ id }) => id) : []);
};
