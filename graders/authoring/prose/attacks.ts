import { familiesOf, readClaim } from '../../theory/prose/claims.ts';
import { courseLexicon } from '../../theory/prose/lexicon.ts';
import type { ProseSlot } from './slots.ts';

/** A text that deserves nothing. */
export interface Attack {
  readonly name: string;
  readonly text: string;
}

/**
 * What people try instead of explaining.
 * @param statement the text of `enunciado.md`
 * @param others slots of other exercises, whose explanations are about something else
 * @param shuffles in how many orders the words of the reference are tried, the same ones each time
 */
export function attacksOn(
  slot: ProseSlot,
  statement: string,
  others: readonly ProseSlot[],
  shuffles: number,
): readonly Attack[] {
  const words = slot.reference.split(/\s+/);
  const claims = slot.slot.ideas.flatMap(({ says }) => says);
  const form = (family: string) => (slot.lexicon[family] ?? courseLexicon[family] ?? family).split(',')[0] ?? family;
  const keys = claims.map((claim) => familiesOf(readClaim(claim)).map(form));
  return [
    ...Array.from({ length: shuffles }, (_, seed) => ({
      name: `shuffle ${seed}`,
      text: shuffled(words, seed).join(' '),
    })),
    { name: 'the statement', text: statement },
    { name: 'the question', text: slot.slot.question.es },
    ...others.map((other) => ({ name: `the explanation of ${other.slot.id}`, text: other.reference })),
    { name: 'keywords', text: keys.flat().join(' ') },
    { name: 'keywords with commas', text: keys.flat().join(', ') },
    {
      name: 'keywords with articles',
      text: keys.map((some) => some.map((word) => `la ${word}`).join(' y ')).join('. '),
    },
    { name: 'keywords backwards', text: keys.flat().toReversed().join(' de ') },
  ];
}

/** Fisher–Yates with a linear congruential generator, so that a run can be repeated. */
function shuffled(words: readonly string[], seed: number): readonly string[] {
  const mixed = [...words];
  let state = seed * 2654435761 + 12345;
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as string, mixed[at] as string];
  }
  return mixed;
}
