import { Worker } from 'node:worker_threads';
import type { Loss, Lost } from './job.ts';

export interface SeatOptions {
  /** The file a worker begins with. */
  readonly entry: string | URL;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
  /** Megabytes of heap that one worker may have. */
  readonly memory: number;
}

/** Megabytes for what is made and forgotten, of which grading makes much: less of it is copied than in V8's own measure. */
const young = 96;

/** @typeParam Outcome what a worker answers to a job */
export interface Task<Job, Outcome> {
  readonly job: Job;
  readonly settle: (outcome: Outcome | Lost) => void;
}

/**
 * A place where one worker at a time grades. A worker that throws, runs out of memory or takes too long is ended; its answer
 * is tried once more by a fresh one, because what came before may be to blame, and is then given up.
 */
export class Seat<Job, Outcome> {
  private worker: Worker | undefined;
  private task: Task<Job, Outcome> | undefined;
  private isSecondTry = false;
  private clock: NodeJS.Timeout | undefined;

  /**
   * @param setup what a worker is told when it starts
   * @param take the next answer that waits
   */
  constructor(
    private readonly setup: unknown,
    private readonly options: SeatOptions,
    private readonly take: () => Task<Job, Outcome> | undefined,
  ) {}

  /** There may be something to do. */
  wake(): void {
    if (this.task) return;
    this.task = this.take();
    this.isSecondTry = false;
    if (this.task) this.begin(this.task.job);
  }

  async close(): Promise<void> {
    clearTimeout(this.clock);
    const { worker } = this;
    this.worker = undefined;
    this.task = undefined;
    await worker?.terminate();
  }

  private begin(job: Job): void {
    const worker = this.worker ?? this.hire();
    this.worker = worker;
    this.clock = setTimeout(() => this.lose(worker, { why: 'time' }), this.options.patience);
    worker.postMessage(job);
  }

  private hire(): Worker {
    const { entry, memory } = this.options;
    const worker = new Worker(entry, {
      workerData: this.setup,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young },
      // What is graded reaches no secret of the environment, and prints nothing. The cage is built of programs in the path.
      env: { PATH: process.env.PATH ?? '' },
      stdout: true,
      stderr: true,
    });
    worker.on('message', (outcome: Outcome) => this.finish(worker, outcome));
    worker.on('error', (error) => this.lose(worker, lossOf(error)));
    worker.on('exit', (code) => this.lose(worker, { why: 'crash', reason: `exit ${code}` }));
    return worker;
  }

  private finish(worker: Worker, outcome: Outcome): void {
    if (worker !== this.worker) return;
    clearTimeout(this.clock);
    const { task } = this;
    this.task = undefined;
    task?.settle(outcome);
    this.wake();
  }

  /** A worker that was replaced is not listened to any more: its last words come after its end. */
  private lose(worker: Worker, lost: Loss): void {
    if (worker !== this.worker) return;
    clearTimeout(this.clock);
    this.worker = undefined;
    void worker.terminate();
    if (!this.task) return;
    if (this.isSecondTry) {
      const { task } = this;
      this.task = undefined;
      task.settle({ lost });
      this.wake();
      return;
    }
    this.isSecondTry = true;
    this.begin(this.task.job);
  }
}

function lossOf(error: Error & { readonly code?: unknown }): Loss {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { why: 'memory' };
  return { why: 'crash', reason: `${error.name}: ${error.message}` };
}
