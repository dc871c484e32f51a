import { headOf, type Span } from '../../core/span.ts';
import type { Submission } from '../submission.ts';

/** Where a decision is shown: its own lines when the student wrote them, else the beginning of the answer. */
export function placeInAnswer(from: { readonly at?: Span } | undefined, submission: Submission): Span {
  const at = from?.at;
  return at && submission.answers.some(({ path }) => path === at.path) ? at : startOf(submission);
}

export function startOf({ answers }: Submission): Span {
  return headOf(answers[0] ?? { path: '', text: '' });
}
