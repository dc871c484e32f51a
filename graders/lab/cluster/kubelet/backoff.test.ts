import { expect, it } from 'vitest';
import { restartsAfter } from './backoff.ts';

it.each([
  [0, 0],
  [10, 0],
  [11, 1],
  [31, 1],
  [32, 2],
  [600, 5],
  [3600, 15],
])('after %s seconds of crashing at once there have been %s restarts', (seconds, restarts) => {
  expect(restartsAfter(seconds)).toBe(restarts);
});
