import { setFlagsFromString } from 'node:v8';
import type { Lost } from './job.ts';
import { Queue } from './queue.ts';
import { Seat, type SeatOptions, type Task } from './seat.ts';

/**
 * Where every processor has a worker, what V8 marks beside them it takes from them, and it marks much that is soon forgotten.
 * It holds for the workers that begin afterwards.
 * @see https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
const collectInWorkers = (): void => setFlagsFromString('--no-concurrent-marking');

export interface PoolOptions extends SeatOptions {
  /** How many answers are graded at the same time. */
  readonly workers: number;
}

/**
 * Workers that grade what waits for them, each one answer at a time.
 * @typeParam Job a message to a worker
 * @typeParam Outcome the message it answers with
 */
export class Pool<Job extends { readonly folder: string }, Outcome> {
  private readonly waiting = new Queue<Task<Job, Outcome>>();
  private readonly seats: readonly Seat<Job, Outcome>[];

  /** @param setup what a worker is told when it starts */
  constructor(setup: unknown, options: PoolOptions) {
    collectInWorkers();
    this.seats = Array.from(
      { length: options.workers },
      (_, seat) => new Seat(setup, options, () => this.waiting.take(seat)),
    );
  }

  /** @returns its report, or why there is none; never rejected */
  grade(job: Job): Promise<Outcome | Lost> {
    return new Promise((settle) => {
      this.waiting.add({ job, settle });
      for (const seat of this.seats) seat.wake();
    });
  }

  /** How many answers wait for a worker. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Ends the workers; what still waits is never graded. */
  async close(): Promise<void> {
    this.waiting.clear();
    await Promise.all(this.seats.map((seat) => seat.close()));
  }
}
