import type { ExerciseBase } from '../../core/exercise.ts';
import type { Json } from '../../core/json.ts';
import { memo } from '../../core/memo.ts';
import { type Explained, gradeExplanations } from '../../theory/explanations.ts';
import { runsOf } from '../../theory/prose/copied.ts';
import type { Misconception } from '../../theory/prose/rubric.ts';
import { checkKind, type Verdict } from '../check.ts';
import type { Decision } from '../observed.ts';
import { happen } from '../predictions/check.ts';
import type { Submission } from '../submission.ts';
import type { Params, ProvenMisconception } from './params.ts';

export default checkKind<Params>({
  kind: 'explanation',
  title: { es: 'La explicación dice lo esencial', en: 'The explanation says what matters' },
  check: ({ section = 'explica', slots, lexicon }, submission) =>
    verdict(
      gradeExplanations(
        submission.literal(),
        section,
        slots,
        ownRuns(submission.exercise),
        lexicon,
        (misconception) => refutedBy(misconception, submission),
        (slot, idea, text) => decisionOn(submission.decisions, { section, slot: slot.id, idea: idea.id, text }),
      ),
    ),
});

/** With nothing wrong and something left to a person, the check abstains. */
function verdict({ findings, share }: Explained): Verdict {
  const decided = findings.some(({ severity }) => severity === 'error') || share.min === share.max;
  return decided ? { findings, share } : { findings, share, status: 'review' };
}

/** A decision holds for the text it was made about. The last one counts. */
export function decisionOn(
  decisions: readonly Decision[],
  about: Pick<Decision, 'section' | 'slot' | 'idea' | 'text'>,
): boolean | undefined {
  const { section, slot, idea, text } = about;
  const made = decisions.findLast(
    (one) => one.section === section && one.slot === slot && one.idea === idea && one.text === text,
  );
  return made?.counts;
}

function refutedBy(misconception: Misconception, submission: Submission) {
  const { proof } = misconception as ProvenMisconception;
  return proof && happen(proof, submission).trace;
}

/** What the exercise itself says, in hints, questions and refutations: repeating it explains nothing. */
export const ownRuns = memo((exercise: ExerciseBase) => runsOf(textsIn(exercise as unknown as Json)));

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
