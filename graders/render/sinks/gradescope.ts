import { jsonText } from '../json-text.ts';
import { intervalOf, scaled, sumOf } from '../score.ts';
import { mostOf } from '../told.ts';
import { type Case, casesOf, cut, resultOf } from './cases.ts';
import type { Sink } from './sink.ts';

const longest = 20_000;

/**
 * `results.json` of a Gradescope autograder. The score is the sum over the exercises, the certain end of the interval
 * unless `review` says otherwise; both ends stand in `extra_data`. What waits for a person is shown as passed with its
 * reason, because Gradescope knows two states and it is not wrong. Text, never HTML or Markdown: students wrote part of it.
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
 */
export const gradescope: Sink = (graded, { lang, review = 'min' }) => {
  const total = sumOf(graded.map((told) => intervalOf(told.report, mostOf(told))));
  const tests = graded.flatMap((told) =>
    casesOf(told, lang).map((one, index) => ({
      name: graded.length > 1 ? `${told.report.number}. ${told.title}: ${one.title}` : one.title,
      number: `${told.report.number}.${index + 1}`,
      status: statusOf(one),
      score: scaled(one.points, one.points.of, review),
      max_score: one.points.of,
      ...(one.message !== '' && { output: cut(one.message, longest, lang), output_format: 'text' }),
      visibility: 'visible',
    })),
  );
  return jsonText({
    score: scaled(total, total.of, review),
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { points: total, exercises: graded.map(({ report: { id, status } }) => ({ id, status })) },
    tests,
  });
};

const statusOf = (one: Case): string => (resultOf(one) === 'pass' ? 'passed' : 'failed');
