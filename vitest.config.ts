import { defineConfig } from 'vitest/config';

/** Four projects: the student's answers, the solutions, the engine, and the site in a real browser. */
export default defineConfig({
  test: {
    reporters: ['./graders/vitest/reporter.ts'],
    projects: [
      { test: { name: 'exercises', include: ['graders/vitest/exercises.test.ts'] } },
      { test: { name: 'solutions', include: ['graders/vitest/solutions.test.ts'] } },
      {
        test: {
          name: 'graders',
          include: ['graders/**/*.test.ts'],
          exclude: ['graders/vitest/{exercises,solutions}.test.ts'],
        },
      },
      { test: { name: 'site', include: ['site/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
