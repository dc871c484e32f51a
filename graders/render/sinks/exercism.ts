import { jsonText } from '../json-text.ts';
import { casesOf, cut, resultOf } from './cases.ts';
import type { Sink } from './sink.ts';

const longestMessage = 65_535;
const longestOutput = 500;

/** What a check is run with, as it can be typed. */
export const gradeCommand = (number: number): string => `npx timonel grade ${number}`;

/**
 * `results.json` of an Exercism test runner, version 3. What waits for a person passes, with the reason in `output`; what
 * is not answered or not asked fails, as an exercise nobody has solved does there. With several exercises each is a task.
 * @see https://exercism.org/docs/building/tooling/test-runners/interface
 */
export const exercism: Sink = (graded, { lang }) => {
  const all = graded.flatMap((told, task) => casesOf(told, lang).map((one) => ({ told, task: task + 1, one })));
  if (all.length > 0 && all.every(({ one }) => one.status === 'error')) {
    const message = cutBytes(all.map(({ one }) => one.message).join('\n'), longestMessage);
    return jsonText({ version: 3, status: 'error', message, tests: [] });
  }
  const tests = all.map(({ told, task, one }) => ({
    name: graded.length > 1 ? `${told.report.number}. ${told.title}: ${one.title}` : one.title,
    status: resultOf(one),
    ...(one.message !== '' && one.status !== 'review' && { message: cutBytes(one.message, longestMessage) }),
    ...(one.status === 'review' && { output: cut(one.message, longestOutput, lang) }),
    test_code: gradeCommand(told.report.number),
    ...(graded.length > 1 && { task_id: task }),
  }));
  return jsonText({ version: 3, status: tests.every(({ status }) => status === 'pass') ? 'pass' : 'fail', tests });
};

/** The limit is told in characters of one byte. */
function cutBytes(text: string, most: number): string {
  let size = 0;
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > most - 3) return `${kept}…`;
    kept += character;
  }
  return kept;
}
