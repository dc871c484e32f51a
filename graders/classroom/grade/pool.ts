import type { Job, Outcome, Setup } from './job.ts';
import { Seat, type SeatOptions, type Task } from './seat.ts';

export interface PoolOptions extends SeatOptions {
  /** How many answers are graded at the same time. */
  readonly workers: number;
}

/** Workers that grade what waits for them, each one answer at a time. */
export class Pool {
  private readonly waiting: Task[] = [];
  private readonly seats: readonly Seat[];

  constructor(setup: Setup, options: PoolOptions) {
    const take = () => this.waiting.shift();
    this.seats = Array.from({ length: options.workers }, () => new Seat(setup, options, take));
  }

  /** @returns its report, or why there is none; never rejected */
  grade(job: Job): Promise<Outcome> {
    return new Promise((settle) => {
      this.waiting.push({ job, settle });
      for (const seat of this.seats) seat.wake();
    });
  }

  /** How many answers wait for a worker. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Ends the workers; what still waits is never graded. */
  async close(): Promise<void> {
    this.waiting.length = 0;
    await Promise.all(this.seats.map((seat) => seat.close()));
  }
}
