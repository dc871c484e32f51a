import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { listFolders } from '../../course/folders.ts';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** The author gate as its command, in every processor: over all exercises, and over the one that has most to look at. */
export function authorGate(root: string): Measurement {
  const took = (...numbers: readonly string[]): number => {
    const began = performance.now();
    execFileSync(process.execPath, [join(root, 'graders/cli/timonel.mjs'), 'gate', ...numbers], { stdio: 'ignore' });
    return performance.now() - began;
  };
  return {
    what: 'timonel gate: every exercise / 29 with the changes of its reference',
    goal: '≤ 10 s for 30 / ≤ 2 s',
    async measure() {
      return `${say(took())} for ${listFolders(root).length} / ${say(took('29'))}`;
    },
  };
}
