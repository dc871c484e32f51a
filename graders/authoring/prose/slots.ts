import { ownRuns } from '../../checks/explanation/check.ts';
import { type AuthoredExercise, readReference } from '../../course/solutions.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import { type Explanation, explain } from '../../theory/prose/explain.ts';
import type { Lexicon, Slot } from '../../theory/prose/rubric.ts';

/** A question of an exercise that is answered with prose. */
export interface ProseSlot {
  readonly exercise: AuthoredExercise;
  /** Of the answer. */
  readonly section: string;
  readonly slot: Slot;
  readonly lexicon: Lexicon;
  /** Where the slot stands in the spec. */
  readonly path: readonly (string | number)[];
  /** What the reference answers. */
  readonly reference: string;
  read(text: string): Explanation;
}

/** The slots of an exercise, in order. */
export function proseSlots(root: string, exercise: AuthoredExercise): readonly ProseSlot[] {
  const { spec } = exercise;
  const known = ownRuns(spec);
  return spec.checks.flatMap((check, index) => {
    if (check.kind !== 'explanation') return [];
    const { slots, lexicon = {}, section = 'explica' } = check;
    return slots.map(
      (slot, which): ProseSlot => ({
        exercise,
        section,
        slot,
        lexicon,
        path: ['checks', index, 'slots', which],
        reference: referenceText(root, exercise, section, slot.id),
        read: (text) => explain(slot, text, known, lexicon),
      }),
    );
  });
}

function referenceText(root: string, exercise: AuthoredExercise, section: string, slot: string): string {
  const index = exercise.spec.answers.findIndex(({ format }) => format === 'literal');
  const source = readReference(root, exercise).answers[index];
  const value = source && parseLiteral(source).root?.parts.get(section)?.parts.get(slot)?.value;
  return typeof value === 'string' ? value : '';
}
