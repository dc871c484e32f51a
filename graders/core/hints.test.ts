import { describe, expect, it } from 'vitest';
import { hintOrder } from './hints.ts';
import type { CheckResult, CheckStatus } from './report.ts';

const text = { es: 'x', en: 'x' };
const points = { min: 0, max: 0, of: 0 };
const check = (id: string, status: CheckStatus): CheckResult => ({
  ...{ id, status, points, kind: 'valid', title: text, findings: [] },
});
const hints = [text, { ...text, check: 'a' }, text, { ...text, check: 'b' }];

describe('the order of hints', () => {
  it.each<[string, readonly CheckResult[], readonly number[]]>([
    ['nothing answered', [], [0, 2, 1, 3]],
    ['one check fails', [check('a', 'pass'), check('b', 'fail')], [3, 0, 2, 1]],
    ['a person has to look', [check('a', 'review'), check('b', 'pass')], [1, 0, 2, 3]],
    ['both fail', [check('a', 'fail'), check('b', 'fail')], [1, 3, 0, 2]],
    ['one is not answered yet', [check('a', 'pass'), check('b', 'pending')], [0, 2, 3, 1]],
    ['one was not asked', [check('a', 'fail'), check('b', 'skipped')], [1, 0, 2, 3]],
  ])('%s', (_, checks, order) => expect(hintOrder(hints, checks)).toEqual(order));
});
