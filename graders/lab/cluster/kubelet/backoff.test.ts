import { expect, it } from 'vitest';
import { restartsAfter } from './backoff.ts';

it.each([
  [0, 0],
  [1, 1],
  [11, 1],
  [12, 2],
  [32, 2],
  [33, 3],
  [600, 6],
  [3600, 16],
])('after %s seconds of crashing at once there have been %s restarts', (seconds, restarts) => {
  expect(restartsAfter(seconds)).toBe(restarts);
});
