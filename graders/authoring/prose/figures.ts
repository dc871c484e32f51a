import type { ProseFigures, SlotFigures } from '../../../site/prose-figures.ts';
import { weightOf } from '../../theory/explanations.ts';
import type { GoldSet } from './gold.ts';
import { measure, type Tally } from './measure.ts';
import { rulesOfIdea, rulesOfMisconception } from './rules.ts';

/** What the page for instructors is made of. */
export function proseFigures(sets: readonly GoldSet[]): ProseFigures {
  const numbers = [...new Set(sets.map(({ slot }) => slot.exercise.spec.number))].sort((a, b) => a - b);
  return {
    exercises: numbers.map((number) => ({
      number,
      slots: sets.filter(({ slot }) => slot.exercise.spec.number === number).map(slotFigures),
    })),
  };
}

function slotFigures(set: GoldSet): SlotFigures {
  const { slot } = set.slot;
  const { ideas } = measure(set, set.answers);
  return {
    slot: slot.id,
    answers: set.answers.length,
    ideas: slot.ideas.map((idea) => ({
      id: idea.id,
      feedback: weightOf(idea) === 0,
      ...counts(ideas.get(idea.id)),
      rules: rulesOfIdea(set, idea),
    })),
    misconceptions: (slot.misconceptions ?? []).map((one) => ({ id: one.slug, rules: rulesOfMisconception(set, one) })),
  };
}

function counts(tally: Tally | undefined) {
  const { matched = 0, missed = 0, wrong = 0, review = 0 } = tally ?? {};
  return { matched, missed, wrong, review };
}

/** Rules that decide in no labelled answer, by their idea. */
export function idleRules({ exercises }: ProseFigures): readonly string[] {
  return exercises.flatMap(({ number, slots }) =>
    slots.flatMap(({ slot, ideas, misconceptions }) =>
      [...ideas, ...misconceptions].flatMap(({ id, rules }) =>
        rules
          .filter(({ right, wrong }) => right + wrong === 0)
          .map(({ kind, rule }) => `${String(number).padStart(2, '0')} ${slot} ${id} ${kind} ${rule}`),
      ),
    ),
  );
}
