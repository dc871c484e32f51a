import { Pool } from '../../classroom/grade/pool.ts';
import type { AuthoredExercise } from '../../course/solutions.ts';
import type { Looking } from './gate.ts';
import { allParts, type LookOptions, type Part, type Seen } from './look.ts';
import type { LookJob, LookOutcome, LookSetup } from './worker.ts';

/** What one job may take, in milliseconds, and a worker in megabytes of heap: exercises are trusted, and end nevertheless. */
const given = { patience: 30 * 60_000, memory: 1024 };

/** Worker threads that look at exercises for as long as they are not closed: what they have compiled is kept from run to run. */
export class SharedLook {
  private readonly pool: Pool<LookJob, LookOutcome>;
  private run = 0;

  /** @param entry the file a worker begins with */
  constructor(
    setup: Omit<LookSetup, 'does'>,
    private readonly options: { readonly workers: number; readonly entry: string },
  ) {
    this.pool = new Pool<LookJob, LookOutcome>({ does: 'exercises', ...setup } satisfies LookSetup, {
      ...given,
      ...options,
    });
  }

  readonly looking: Looking = (exercises, wanted) => {
    this.run++;
    const options = { folders: exercises.map(({ folder }) => folder), ...wanted };
    // An exercise keeps to one worker, where what its answers have in common is judged once; unless others had nothing to do.
    const isEnough = exercises.length >= 2 * this.options.workers;
    const seen = new Map<string, Promise<Seen>>();
    for (const exercise of [...exercises].sort((a, b) => b.spec.checks.length - a.spec.checks.length)) {
      const jobs = isEnough || hasService(exercise) ? [allParts] : allParts.map((part) => [part]);
      seen.set(exercise.folder, this.ask(exercise.folder, jobs, options));
    }
    return exercises.flatMap(({ folder }) => seen.get(folder) ?? []);
  };

  close(): Promise<void> {
    return this.pool.close();
  }

  private async ask(folder: string, jobs: readonly (readonly Part[])[], options: LookOptions): Promise<Seen> {
    const { run } = this;
    const outcomes = await Promise.all(jobs.map((parts) => this.pool.grade({ run, folder, parts, options })));
    const seen = outcomes.map((outcome) => {
      if ('seen' in outcome) return outcome.seen;
      const { lost } = outcome;
      throw new Error(`${folder}: ${lost.why === 'crash' ? lost.reason : lost.why}`);
    });
    return Object.assign({}, ...seen);
  }
}

/** Its answers are run, several at a time already: more of them would keep one another waiting. */
const hasService = ({ spec }: AuthoredExercise): boolean => spec.answers.some(({ format }) => format === 'service');
