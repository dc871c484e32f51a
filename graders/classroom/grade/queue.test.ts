import { describe, expect, it } from 'vitest';
import { Queue } from './queue.ts';

/** Answers to the exercises, in the order in which they came. */
function queueOf(...folders: readonly string[]) {
  const queue = new Queue<{ readonly job: { readonly folder: string }; readonly place: number }>();
  for (const [place, folder] of folders.entries()) queue.add({ job: { folder }, place });
  return (seat: number) => {
    const task = queue.take(seat);
    return task && `${task.job.folder}${task.place}`;
  };
}

describe('what waits for a worker', () => {
  it('keeps to the seat that began with its exercise', () => {
    const take = queueOf('a', 'a', 'b', 'a', 'b', 'c');
    expect([0, 1, 1, 0, 0, 1].map(take)).toEqual(['a0', 'b2', 'b4', 'a1', 'a3', 'c5']);
  });

  it('goes to another seat when there is nothing else', () => {
    const take = queueOf('a', 'b', 'a', 'a');
    expect([0, 1, 1, 0, 1, 0].map(take)).toEqual(['a0', 'b1', 'a2', 'a3', undefined, undefined]);
  });
});
