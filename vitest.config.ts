import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The code has no mutable module state, so test files may share what they have loaded: that halves the time. */
const shared = { pool: 'threads' as const, isolate: false, setupFiles: ['graders/vitest/seed.ts'] };

/**
 * Six projects: the student's answers, the solutions, the engine; what is thorough and slow about the engine (processes,
 * properties, a second opinion, random damage to every exercise); services in their cage; and the site in a real browser.
 * `npm test` runs the first three.
 */
export default defineConfig({
  test: {
    reporters: ['./graders/vitest/reporter.ts'],
    // One more than cores: somebody always waits for a process.
    // What was compiled is kept for the next run, where there is one.
    experimental: { fsModuleCache: process.env.CI === undefined },
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { name: 'exercises', ...shared, include: ['graders/vitest/exercises.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'solutions',
          ...shared,
          include: ['graders/vitest/{solutions,services}.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'graders',
          ...shared,
          testTimeout: 30_000,
          include: ['graders/**/*.test.ts'],
          exclude: ['graders/vitest/{exercises,solutions,services}.test.ts', '**/*.deep.test.ts'],
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
