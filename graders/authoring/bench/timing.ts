import { spawnSync } from 'node:child_process';

/** Milliseconds of many runs of the same thing. */
export class Timings {
  private readonly sorted: readonly number[];

  constructor(milliseconds: readonly number[]) {
    this.sorted = [...milliseconds].sort((a, b) => a - b);
  }

  /** @param share between 0 and 1: 0.5 for the median */
  at(share: number): number {
    return this.sorted[Math.min(this.sorted.length - 1, Math.floor(this.sorted.length * share))] ?? Number.NaN;
  }

  get median(): number {
    return this.at(0.5);
  }
}

/** Runs a function often enough to be compiled, and then `runs` times more with a clock. */
export function timeWarm(runs: number, run: (index: number) => unknown): Timings {
  for (let index = 0; index < Math.min(50, runs); index++) run(index);
  return new Timings(Array.from({ length: runs }, (_, index) => time(() => run(index))));
}

export function time(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/**
 * Starts a command several times, after one that may fill caches.
 * @throws when it cannot run at all; exit code 1 only says that something it looked at is wrong
 */
export function timeCommand(runs: number, command: string, args: readonly string[]): Timings {
  const once = () =>
    time(() => {
      const { status, error, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      if (error) throw error;
      if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr.toString().trim()}`);
    });
  once();
  return new Timings(Array.from({ length: runs }, once));
}

/** @param all what each of several things took, by its name: the slowest, of how many, and which are above a goal in milliseconds */
export function saySlowest(all: ReadonlyMap<string, Timings>, goal: number): string {
  const sorted = [...all].sort(([, a], [, b]) => b.at(0.95) - a.at(0.95));
  const [slowest] = sorted;
  if (!slowest) throw new Error('no exercise with a solution');
  const [name, timings] = slowest;
  const above = sorted.filter(([, one]) => one.at(0.95) > goal).map(([one, took]) => `${one} ${say(took.at(0.95))}`);
  return `${say(timings.median)} / ${say(timings.at(0.95))} (${name}, of ${all.size}; above: ${above.join(', ') || 'none'})`;
}

/** Three significant digits, in the unit a person would choose. */
export function say(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  if (milliseconds >= 10) return `${milliseconds.toFixed(0)} ms`;
  return milliseconds >= 0.1 ? `${milliseconds.toFixed(2)} ms` : `${(milliseconds * 1_000).toFixed(1)} µs`;
}
