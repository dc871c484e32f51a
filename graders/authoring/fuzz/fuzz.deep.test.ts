import { describe, expect, it } from 'vitest';
import { entryNames, readEntry } from './entries.ts';
import { inputAt, inputsOf } from './inputs.ts';

/** Another run of the check may look elsewhere. */
const seed = Number(process.env.TIMONEL_SEED ?? 1);
const runs = 200;
/** What the reference machine takes 50 ms for at most; in milliseconds. */
const longest = 10_000;

describe('any text', { timeout: 170_000 }, () => {
  it.each(entryNames())('is harmless to %s', async (name) => {
    const entry = await readEntry(name);
    const inputs = inputsOf(entry);
    for (let index = 0; index < runs; index++) {
      const text = inputAt(inputs, seed, index);
      const began = performance.now();
      try {
        entry.run(text);
      } catch (problem) {
        throw new Error(`seed ${seed}, input ${index} of ${name}:\n${text.slice(0, 2_000)}`, { cause: problem });
      }
      expect(performance.now() - began, `seed ${seed}, input ${index} of ${name}`).toBeLessThan(longest);
    }
  });
});
