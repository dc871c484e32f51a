import { describe, expect, it } from 'vitest';
import type { CheckResult, CheckStatus } from './report.ts';
import { standing } from './standing.ts';

type Row = readonly [status: CheckStatus, min: number, of: number, required?: 'required', max?: number];

/** A course of 20 points, of which 18 are enough. */
function status(...rows: readonly Row[]) {
  const checks = rows.map(
    ([status, min, of, required, max = status === 'review' ? of : min], index): CheckResult => ({
      id: `${index}`,
      kind: 'prueba',
      title: { es: 'x', en: 'x' },
      status,
      points: { min, max, of },
      findings: [],
      ...(required && { required: true as const }),
    }),
  );
  const sum = (key: 'min' | 'max' | 'of') => checks.reduce((total, { points }) => total + points[key], 0);
  return standing(checks, { min: sum('min'), max: sum('max'), of: sum('of') }, 18);
}

describe('the status of an exercise', () => {
  it.each<[string, readonly Row[], string]>([
    [
      'everything right',
      [
        ['pass', 10, 10, 'required'],
        ['pass', 10, 10],
      ],
      'pass',
    ],
    [
      'a slip that leaves points enough',
      [
        ['pass', 10, 10, 'required'],
        ['fail', 9, 10],
      ],
      'pass',
    ],
    [
      'exactly enough',
      [
        ['pass', 10, 10],
        ['fail', 8, 10],
      ],
      'pass',
    ],
    [
      'a little less than enough',
      [
        ['pass', 10, 10],
        ['fail', 7.9, 10],
      ],
      'fail',
    ],
    [
      'points enough and a required check wrong',
      [
        ['pass', 18, 19],
        ['fail', 0, 1, 'required'],
      ],
      'fail',
    ],
    [
      'a required check that was not asked',
      [
        ['pass', 18, 18],
        ['fail', 0, 1],
        ['skipped', 0, 1, 'required'],
      ],
      'fail',
    ],
    [
      'a gate without points that is required',
      [
        ['fail', 0, 0, 'required'],
        ['pass', 20, 20],
      ],
      'fail',
    ],
    [
      'something left to a person that decides',
      [
        ['pass', 16, 16],
        ['review', 0, 4],
      ],
      'review',
    ],
    [
      'something left to a person that decides nothing',
      [
        ['pass', 18, 18],
        ['review', 0, 2],
      ],
      'pass',
    ],
    [
      'a required check left to a person',
      [
        ['pass', 18, 18],
        ['review', 0, 2, 'required'],
      ],
      'review',
    ],
    [
      'a person cannot save it',
      [
        ['pass', 8, 10],
        ['fail', 4, 8],
        ['review', 0, 2],
      ],
      'fail',
    ],
    [
      'a slip, and a person who can save it',
      [
        ['pass', 16, 17],
        ['fail', 0, 1],
        ['review', 0, 2],
      ],
      'review',
    ],
    [
      'nothing wrong, not all answered',
      [
        ['pass', 10, 10],
        ['pending', 0, 10],
      ],
      'pending',
    ],
    [
      'something wrong, not all answered',
      [
        ['fail', 8, 10],
        ['pending', 0, 10],
      ],
      'fail',
    ],
    [
      'points enough with a section not answered',
      [
        ['pass', 18, 18],
        ['pending', 0, 2],
      ],
      'pass',
    ],
    [
      'points enough without what is required',
      [
        ['pass', 18, 18],
        ['pending', 0, 2, 'required'],
      ],
      'pending',
    ],
    [
      'a section for a person, another not answered',
      [
        ['review', 0, 10],
        ['pending', 0, 10],
      ],
      'pending',
    ],
    ['all that earns nothing by itself', [['pass', 0, 20]], 'fail'],
  ])('%s', (_, rows, wanted) => expect(status(...rows)).toBe(wanted));
});
