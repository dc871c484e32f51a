import { fill } from '../../core/messages.ts';
import { isUntouched, type Points } from '../../core/report.ts';
import type { Lang, Text } from '../../core/text.ts';
import { safe } from '../../render/terminal/safe.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { type Notes, noNotes } from '../comments/comments.ts';
import type { ClassResults, GradedSubmission } from '../results.ts';
import { answersOf } from './told.ts';
import { worthOf } from './worth.ts';

/**
 * What a gradebook says beside the number: what is odd about the submission, and for each exercise its points, the first thing to mend
 * and the comments of the teacher. Plain text.
 */
export function feedbackLines(
  results: ClassResults,
  submission: GradedSubmission,
  lang: Lang,
  notes: Notes = noNotes,
): readonly string[] {
  const odd = submission.remarks
    .slice(0, mostRemarks)
    .map(({ path, message }) => (path === '.' ? '' : `${path}: `) + message[lang]);
  const graded = answersOf(results, submission)
    .filter(({ answer }) => !isUntouched(answer.report))
    .flatMap((one) => {
      const { exercise, answer } = one;
      const { status, checks } = answer.report;
      const failed = checks.find((check) => check.status === 'fail');
      const first = failed?.findings.find(({ severity }) => severity === 'error') ?? failed?.findings[0];
      const facts = { number: exercise.number, title: exercise.title[lang], status: statuses[status][lang] };
      const line = fill(summary, { ...facts, points: pointsText(worthOf(one), lang) }, lang);
      const told = first && status !== 'pass' ? `${line} ${first.message}` : line;
      return [told, ...notes.of(submission.id, exercise.id).flatMap((note) => note.split('\n'))];
    });
  return [...odd, ...graded].map(safe);
}

/** A gradebook has little room, and the page of a student has them all. */
const mostRemarks = 5;

/** «3 de 10», or «entre 3 y 5 de 10». */
export function pointsText({ min, max, of }: Points, lang: Lang): string {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const data = { min: rounded(min), max: rounded(max), of: rounded(of) };
  return fill(data.min === data.max ? exact : between, data, lang);
}

const summary: Text = {
  es: '{number}. {title}: {points} ({status}).',
  en: '{number}. {title}: {points} ({status}).',
};
const exact: Text = { es: '{min} de {of}', en: '{min} of {of}' };
const between: Text = { es: 'entre {min} y {max} de {of}', en: 'between {min} and {max} of {of}' };
