import type { Job, Outcome, Setup } from './job.ts';
import { Queue } from './queue.ts';
import { Seat, type SeatOptions, type Task } from './seat.ts';

export interface PoolOptions extends SeatOptions {
  /** How many answers are graded at the same time. */
  readonly workers: number;
}

/** Workers that grade what waits for them, each one answer at a time. */
export class Pool {
  private readonly waiting = new Queue<Task>();
  private readonly seats: readonly Seat[];

  constructor(setup: Setup, options: PoolOptions) {
    this.seats = Array.from(
      { length: options.workers },
      (_, seat) => new Seat(setup, options, () => this.waiting.take(seat)),
    );
  }

  /** @returns its report, or why there is none; never rejected */
  grade(job: Job): Promise<Outcome> {
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
