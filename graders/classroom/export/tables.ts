import { isUntouched } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import type { ReviewScore } from '../../render/score.ts';
import { casesOf } from '../../render/sinks/cases.ts';
import type { ClassResults, GradedSubmission } from '../results.ts';
import { type Cell, csvText } from './csv.ts';
import { answersOf, toldOfSubmission } from './told.ts';
import { totalOf, worthOf } from './worth.ts';

/**
 * One row per submission and check, as statistics programs like it. Columns are in English, whatever the language, so that
 * a script need not know it; points are the interval, never one number.
 */
export function longTable(results: ClassResults, lang: Lang): string {
  const head = [...who, 'exercise', 'exercise_id', 'exercise_status', 'check', 'check_title', 'kind', 'status'];
  const rows = results.submissions.flatMap((submission) =>
    toldOfSubmission(results, submission, lang).flatMap((told) =>
      casesOf(told, lang).map((one): readonly Cell[] => {
        const { number, id, status } = told.report;
        const { min, max, of } = one.points;
        const findings = [...new Set(one.findings.map((found) => found.id))].join(' ');
        const facts = [number, id, status, one.id, one.title, one.kind, one.status, min, max, of];
        return [...whoIs(submission), ...facts, findings, one.findings[0]?.message ?? ''];
      }),
    ),
  );
  return csvText([[...head, 'min', 'max', 'of', 'findings', 'first_message'], ...rows]);
}

/**
 * One row per submission, one column per exercise: what goes into a spreadsheet. A cell is the end of the interval that
 * was asked for, empty where nobody answered; the exercises that wait for a person or could not be graded are named.
 */
export function matrixTable(results: ClassResults, review: ReviewScore): string {
  const columns = results.exercises.map(({ number, of }) => `${number} (/${of})`);
  const rows = results.submissions.map((submission): readonly Cell[] => {
    const answers = new Map(answersOf(results, submission).map((one) => [one.exercise.id, one]));
    const { min, max, of } = totalOf(results, submission);
    const numbersOf = (status: string) =>
      [...answers.values()]
        .filter(({ answer }) => answer.report.status === status)
        .map(({ exercise }) => exercise.number);
    return [
      ...whoIs(submission),
      ...results.exercises.map(({ id }): Cell => {
        const one = answers.get(id);
        return one && !isUntouched(one.answer.report) ? worthOf(one)[review] : '';
      }),
      ...[min, max, of, numbersOf('review').join(' '), numbersOf('error').join(' ')],
    ];
  });
  return csvText([[...who, ...columns, 'total_min', 'total_max', 'total_of', 'to_review', 'not_graded'], ...rows]);
}

const who = ['submission', 'name', 'email', 'number'];

const whoIs = ({ id, student }: GradedSubmission): readonly Cell[] => [
  id,
  student.name ?? '',
  student.email ?? '',
  student.number ?? '',
];
