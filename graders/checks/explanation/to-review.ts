import type { Text } from '../../core/text.ts';
import { weightOf } from '../../theory/explanations.ts';
import { explain } from '../../theory/prose/explain.ts';
import type { Idea } from '../../theory/prose/rubric.ts';
import { fieldOf } from '../../theory/section.ts';
import type { CheckSpec } from '../kinds.ts';
import type { Decision } from '../observed.ts';
import type { Submission } from '../submission.ts';
import { decisionOn, ownRuns } from './check.ts';

/** An idea that only a person can tell whether a text says it. */
export interface ToReview extends Omit<Decision, 'counts'> {
  readonly question: Text;
  /** How the idea is named. */
  readonly statement: Text;
  /** The sentences it hangs on; the whole text where it is none in particular. */
  readonly sentences: string;
  /** What it is worth, in points of the exercise. */
  readonly points: number;
}

/** Everything of an answer that is left to a person and nobody has decided yet. */
export function toReview(checks: readonly CheckSpec[], submission: Submission): readonly ToReview[] {
  return checks.flatMap((check) => (check.kind === 'explanation' ? inSection(check, submission) : []));
}

function inSection(
  { section = 'explica', slots, lexicon, points = 0 }: Extract<CheckSpec, { kind: 'explanation' }>,
  { literal, exercise, decisions }: Submission,
): readonly ToReview[] {
  const texts = fieldOf(literal().value, section);
  const known = ownRuns(exercise);
  const total = slots.flatMap(({ ideas }) => ideas).reduce((sum, idea) => sum + weightOf(idea), 0);
  return slots.flatMap((slot) => {
    const text = fieldOf(texts, slot.id);
    if (typeof text !== 'string' || text === '') return [];
    const outcomeOf = (one: string, { id }: Idea) => explain(slot, one, known, lexicon).outcomes.get(id);
    const about = (idea: Idea) => ({ section, slot: slot.id, idea: idea.id, text });
    const open = slot.ideas.filter(
      (idea) =>
        weightOf(idea) > 0 && outcomeOf(text, idea) === 'review' && decisionOn(decisions, about(idea)) === undefined,
    );
    return open.map((idea) => ({
      ...about(idea),
      exercise: exercise.id,
      question: slot.question,
      statement: idea.text,
      sentences: sentencesAbout(idea, text, outcomeOf),
      points: (points * weightOf(idea)) / total,
    }));
  });
}

function sentencesAbout(idea: Idea, text: string, outcomeOf: (text: string, idea: Idea) => string | undefined): string {
  const sentences =
    text
      .match(/[^.!?…]+[.!?…]*/g)
      ?.map((one) => one.trim())
      .filter((one) => one !== '') ?? [];
  const telling = sentences.filter((one) => outcomeOf(one, idea) !== 'absent');
  return telling.length === 0 ? text : telling.join(' ');
}
