import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { readExercise } from '../../course/solutions.ts';
import { entryNames, keptEntries, keptOf, readEntry } from './entries.ts';
import { inputAt, inputsOf } from './inputs.ts';

/** Nothing that a person writes may take longer, in milliseconds. Many times what any of these takes. */
const longest = 5_000;
const entries = await Promise.all(entryNames().map(async (name) => ({ name, entry: await readEntry(name) })));

describe('what once broke Timonel', () => {
  const kept = entries.flatMap(({ name, entry }) => keptOf(name).map((one) => ({ ...one, entry, folder: name })));

  it.each(kept.map((one) => [`${one.folder}/${one.name}`, one] as const))('%s is harmless', (_, { entry, text }) => {
    const began = performance.now();
    entry.run(text);
    expect(performance.now() - began).toBeLessThan(longest);
  });

  it('is replayed, whatever the entry point', () => {
    expect(keptEntries().filter((name) => !entryNames().includes(name))).toEqual([]);
    expect(kept.length).toBeGreaterThan(10);
  });
});

describe('every entry point', () => {
  it.each(entries.map(({ name, entry }) => [name, entry] as const))(
    '%s takes its own sound texts and some damaged ones',
    (_, entry) => {
      const [first] = entry.texts();
      expect(first?.length).toBeGreaterThan(10);
      entry.run(first ?? '');
      const inputs = inputsOf(entry);
      for (let index = 0; index < 5; index++) entry.run(inputAt(inputs, 1, index));
    },
  );

  it('of the format of an answer has a fuzzer', () => {
    const { definitions } = JSON.parse(readFileSync('schemas/exercise.schema.json', 'utf8'));
    const text = JSON.stringify(definitions ?? readFileSync('schemas/exercise.schema.json', 'utf8'));
    const used = listFolders('.').flatMap(({ name }) =>
      (readExercise('.', name)?.spec.answers ?? []).map(({ format }) => format),
    );
    expect(text).toContain('manifests');
    for (const format of new Set(used)) expect(entryNames()).toContain(`grade-${format}`);
  });
});
