import { ownRuns } from '../../checks/explanation/check.ts';
import type { CheckSpec } from '../../checks/kinds.ts';
import type { Exercise } from '../../exercise.ts';
import { explain } from '../../theory/prose/explain.ts';

type Explaining = Extract<CheckSpec, { kind: 'explanation' }>;

/** A question that is answered in words, and what of some words answers it. */
export interface Answered {
  readonly slot: string;
  readonly text: string;
}

/** Nobody explains something in more characters; what is longer is left to a person. */
const longest = 20_000;
/** What has more paragraphs than this is not told apart. */
const mostParagraphs = 50;

/**
 * Which questions a text answers, by the ideas that the grader finds in it: said, or said wrongly. A text that speaks of one
 * question goes there whole. Of one that speaks of several, each paragraph goes to the question most of whose ideas it says, and one
 * without any stays with the one before it; a question gets more than that, up to the whole, where more of its ideas are found so.
 * @returns none where no idea is found
 */
export function answeredBy(exercise: Exercise, text: string): readonly Answered[] {
  if (text.length > longest) return [];
  const all = exercise.spec.checks.flatMap((check) => (check.kind === 'explanation' ? slotsOf(check, exercise) : []));
  const spoken = all.filter(({ ideasIn }) => ideasIn(text) > 0);
  const [only, another] = spoken;
  if (!only) return [];
  if (!another) return [{ slot: only.slot, text }];
  const paragraphs = text.split(/\n[ \t]*\n/).filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length > mostParagraphs) return spoken.map(({ slot }) => ({ slot, text }));
  const counts = paragraphs.map((paragraph) => spoken.map(({ ideasIn }) => ideasIn(paragraph)));
  const homes = homesOf(counts);
  return spoken.map(({ slot, ideasIn }, index) => {
    const of = (isOwn: (at: number) => boolean) => paragraphs.filter((_, at) => isOwn(at)).join('\n\n');
    const choices = [
      of((at) => homes[at] === index),
      of((at) => homes[at] === index || (counts[at]?.[index] ?? 0) > 0),
      text,
    ];
    const found = choices.map(ideasIn);
    return { slot, text: choices[found.indexOf(Math.max(...found))] ?? text };
  });
}

/** The question that each paragraph speaks of most. Without an idea, it goes with the one before it; the first ones, with the first that has any. */
function homesOf(counts: readonly (readonly number[])[]): readonly number[] {
  const most = counts.map((row) => (Math.max(...row) > 0 ? row.indexOf(Math.max(...row)) : undefined));
  let home = most.find((index) => index !== undefined) ?? 0;
  return most.map((index) => {
    home = index ?? home;
    return home;
  });
}

function slotsOf({ slots, lexicon }: Explaining, { spec }: Exercise) {
  return slots.map((slot) => ({
    slot: slot.id,
    /** How many of its ideas a text says, or says wrongly. */
    ideasIn: (text: string): number => {
      const { outcomes } = explain(slot, text, ownRuns(spec), lexicon);
      return [...outcomes.values()].filter((outcome) => outcome === 'recognised' || outcome === 'contradicted').length;
    },
  }));
}
