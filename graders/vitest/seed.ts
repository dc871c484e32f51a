import fc from 'fast-check';
import { runs } from './quick.ts';

/**
 * Random tests repeat themselves, so that a run can be trusted to say the same twice; another seed explores further.
 * `npm test`, where somebody waits, tries fewer cases of each than `npm run check`.
 */
fc.configureGlobal({
  seed: Number(process.env.TIMONEL_SEED ?? 1974),
  numRuns: runs(100),
});
