import type { EntryName } from '../shared/part-data.ts';

/** What the pages begin with, from the root of the repository. */
export const entries: Readonly<Record<EntryName, string>> = {
  grader: 'site/client/grader.ts',
  lab: 'site/client/lab-grader.ts',
  engine: 'site/client/terminal/engine.ts',
};
