import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './graders/vitest/longest-first.ts';

/** `npm test` compiles the quick tests first, with the reporter, and says where they are. */
const bundled = process.env.TIMONEL_TESTS;
const quick = (pattern: string) => (bundled ? `${bundled}/${pattern.replace(/ts$/, 'mjs')}` : pattern);
/** The code has no mutable module state, so test files may share what they have loaded: that halves the time. */
const shared = { pool: 'threads' as const, isolate: false, setupFiles: [quick('graders/vitest/seed.ts')] };

/**
 * Four projects: what `npm test` runs (the student's answers, the solutions, the engine), in one, so that all of it shares the
 * workers and what they have loaded; what is thorough and slow about the engine (processes, properties, a second opinion, random
 * damage to every exercise); services in their cage; and the site in a real browser.
 */
export default defineConfig({
  test: {
    reporters: [`./${quick('graders/vitest/reporter.ts')}`],
    // A screen or a transcript that is missing is a failure; `-u` writes it.
    update: 'none',
    // What was compiled is kept for the next run, where there is one.
    experimental: { fsModuleCache: process.env.CI === undefined },
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'graders',
          ...shared,
          testTimeout: 30_000,
          include: [quick('graders/**/*.test.ts')],
          exclude: ['**/*.deep.test.ts'],
        },
      },
      {
        test: {
          name: 'deep',
          ...shared,
          include: ['graders/**/*.deep.test.ts'],
          exclude: ['graders/cli/service/**'],
          testTimeout: 180_000,
        },
      },
      // Real processes held to seconds and megabytes: nothing else of these checks runs beside them.
      {
        test: {
          name: 'cage',
          ...shared,
          include: ['graders/cli/service/*.deep.test.ts'],
          testTimeout: 180_000,
        },
      },
      { test: { name: 'site', include: ['site/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
