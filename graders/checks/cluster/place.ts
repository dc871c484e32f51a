import { headOf, type Span } from '../../core/span.ts';
import type { Submission } from '../submission.ts';

/** Where a decision is shown: its own lines when the student wrote them, else the beginning of the answer. */
export function placeInAnswer(from: { readonly at?: Span } | undefined, submission: Submission): Span {
  const at = from?.at;
  return isAnswered(at, submission) ? at : startOf(submission);
}

/** Whether a place is one that the student wrote, and not one of the given files. */
export function isAnswered(at: Span | undefined, { answers }: Submission): at is Span {
  return at !== undefined && answers.some(({ path }) => path === at.path);
}

/** The beginning of the first answer file. */
export function startOf({ answers: [first], body }: Submission): Span {
  return headOf(first ? body(first) : { path: '', text: '' });
}
