import type { RuleFigures } from '../../../site/prose-figures.ts';
import { ownRuns } from '../../checks/explanation/check.ts';
import { explain } from '../../theory/prose/explain.ts';
import type { Claim, Idea, Misconception, Slot } from '../../theory/prose/rubric.ts';
import type { GoldAnswer, GoldSet } from './gold.ts';

/** Every rule of an idea: those that find it and those that find its contrary. */
export function rulesOfIdea(set: GoldSet, idea: Idea): readonly RuleFigures[] {
  const { historical: _, ...plain } = idea;
  return [
    ...idea.says.map((claim) => {
      const only = withIdea(set, { ...plain, says: [claim], denies: [] });
      return figures(set, 'says', claim, {
        decides: (text) => read(set, only, text).outcomes.get(idea.id) === 'recognised',
        isThere: ({ has }) => has.includes(idea.id),
      });
    }),
    ...(idea.denies ?? []).map((claim) => {
      const only = withIdea(set, { ...plain, says: [[set.slot.slot.subject, unsaid]], denies: [claim] });
      return figures(set, 'denies', claim, {
        decides: (text) => read(set, only, text).outcomes.get(idea.id) === 'contradicted',
        isThere: ({ against }) => against.includes(idea.id),
      });
    }),
  ];
}

/** Every rule of a misconception. */
export function rulesOfMisconception(set: GoldSet, misconception: Misconception): readonly RuleFigures[] {
  const { slot } = set.slot;
  return misconception.claims.map((claim) => {
    const only: Slot = { ...slot, misconceptions: [{ ...misconception, claims: [claim] }] };
    return figures(set, 'claims', claim, {
      decides: (text) => read(set, only, text).misconceptions.length > 0,
      isThere: ({ wrong }) => wrong.includes(misconception.slug),
    });
  });
}

function figures(
  { answers }: GoldSet,
  kind: RuleFigures['kind'],
  claim: Claim,
  {
    decides,
    isThere,
  }: { readonly decides: (text: string) => boolean; readonly isThere: (answer: GoldAnswer) => boolean },
): RuleFigures {
  const decided = answers.filter(({ text }) => decides(text));
  const right = decided.filter(isThere).length;
  return { rule: claim.join(' · '), kind, right, wrong: decided.length - right };
}

/** The slot with an idea in place of its own, among the others and without misconceptions. */
function withIdea(set: GoldSet, idea: Idea): Slot {
  const { misconceptions: _, ...slot } = set.slot.slot;
  const [first = idea, ...rest] = slot.ideas.map((one) => (one.id === idea.id ? idea : one));
  return { ...slot, ideas: [first, ...rest] };
}

function read({ slot: { exercise, lexicon } }: GoldSet, slot: Slot, text: string) {
  return explain(slot, text, ownRuns(exercise.spec), lexicon);
}

/** A family that no word belongs to. */
const unsaid = 'nothing that is said';
