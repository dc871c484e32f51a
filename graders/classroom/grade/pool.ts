import type { Job, Outcome, Setup } from './job.ts';
import { Seat, type SeatOptions, type Task } from './seat.ts';

export interface PoolOptions extends SeatOptions {
  /** How many answers are graded at the same time. */
  readonly workers: number;
}

/**
 * Workers that grade what waits for them, each one answer at a time. An exercise has a worker that has opened it and worked out
 * what is the same for all its answers; another one does so only when it has nothing else to do.
 */
export class Pool {
  private readonly waiting: Task[] = [];
  private readonly seats: readonly Seat[];
  /** The seat that began with an exercise. */
  private readonly seatOf = new Map<string, number>();

  constructor(setup: Setup, options: PoolOptions) {
    this.seats = Array.from({ length: options.workers }, (_, seat) => new Seat(setup, options, () => this.take(seat)));
  }

  /** @returns its report, or why there is none; never rejected */
  grade(job: Job): Promise<Outcome> {
    return new Promise((settle) => {
      this.waiting.push({ job, settle });
      for (const seat of this.seats) seat.wake();
    });
  }

  /** What has waited longest for a seat; else what no seat has begun with; else what is another's. */
  private take(seat: number): Task | undefined {
    const isOf = (owner: number | undefined) =>
      this.waiting.findIndex(({ job }) => this.seatOf.get(job.folder) === owner);
    const [own, nobodys] = [isOf(seat), isOf(undefined)];
    const [task] = this.waiting.splice(Math.max(0, own >= 0 ? own : nobodys), 1);
    if (task && !this.seatOf.has(task.job.folder)) this.seatOf.set(task.job.folder, seat);
    return task;
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
