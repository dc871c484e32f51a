import { utf8 } from '../../core/sha256.ts';
import { scaled } from '../score.ts';
import { mostOf } from '../told.ts';
import { type Case, casesOf, cut } from './cases.ts';
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
        status: statusOf(one),
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

function statusOf({ status }: Case): 'pass' | 'fail' | 'error' {
  if (status === 'error') return 'error';
  return status === 'pass' || status === 'review' ? 'pass' : 'fail';
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @see https://www.rfc-editor.org/rfc/rfc4648#section-4 */
function base64(text: string): string {
  const bytes = new Uint8Array(utf8(text));
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const four = [18, 12, 6, 0].map((by) => letters[(bits >> by) & 63] ?? '');
    parts.push(
      four[0] ?? '',
      four[1] ?? '',
      b === undefined ? '=' : (four[2] ?? ''),
      c === undefined ? '=' : (four[3] ?? ''),
    );
  }
  return parts.join('');
}
