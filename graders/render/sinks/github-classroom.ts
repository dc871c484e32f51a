import { base64 } from '../../core/base64.ts';
import { scaled } from '../score.ts';
import { mostOf } from '../told.ts';
import { casesOf, cut, resultOf } from './cases.ts';
import { gradeCommand } from './exercism.ts';
import type { Sink } from './sink.ts';

const longest = 10_000;

/**
 * The `result` that a step of GitHub Classroom hands to its reporter: JSON in base64. Its sum of scores is the grade; what
 * waits for a person is `pass` with its certain points, as the reporter has no word for it.
 * @see https://github.com/classroom-resources/autograding-grading-reporter
 */
export const githubClassroom: Sink = (graded, { lang, review = 'min' }) => {
  const tests = graded.flatMap((told) =>
    casesOf(told, lang).map((one) => {
      const [first] = one.findings;
      return {
        name: `${told.report.number}. ${told.title}: ${one.title}`,
        status: resultOf(one),
        message: cut(one.message, longest, lang),
        test_code: gradeCommand(told.report.number),
        filename: first ? told.shownPath(first.path) : '',
        line_no: first?.range.start.line ?? 0,
        score: scaled(one.points, one.points.of, review),
      };
    }),
  );
  const has = (status: string) => tests.some((test) => test.status === status);
  const result = {
    version: 1,
    status: has('error') ? 'error' : has('fail') ? 'fail' : 'pass',
    max_score: graded.reduce((total, told) => total + mostOf(told), 0),
    tests,
  };
  return `${base64(JSON.stringify(result))}\n`;
};
