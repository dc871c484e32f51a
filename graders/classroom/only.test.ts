import { expect, it } from 'vitest';
import { matrixTable } from './export/tables.ts';
import { onlyThese } from './only.ts';
import { canary, mixed } from './testing/results.ts';

it('grades out of the points of the exercises that stay', () => {
  const some = onlyThese(mixed, new Set([canary.folder]));
  expect(some.submissions.map(({ id, points: { min, max, of } }) => [id, min, max, of])).toEqual([
    ['Ana García_11', 10, 10, 10],
    ['bea@uni.es', 5, 5, 10],
    ['carlos', 6, 10, 10],
    ['dario', 0, 0, 10],
    ['elena', 10, 10, 10],
  ]);
  expect(matrixTable(some, 'min').split('\r\n')[0]).toBe(
    'submission,name,email,number,13 (/10),total_min,total_max,total_of,to_review,not_graded',
  );
});
