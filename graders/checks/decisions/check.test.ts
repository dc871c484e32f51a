import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { readExercise } from '../../course/solutions.ts';
import { soundChoices } from '../../theory/decisions.ts';

const root = process.cwd();
const cases = listFolders(root).flatMap(({ name: folder }) => {
  const checks = readExercise(root, folder)?.spec.checks ?? [];
  return checks.flatMap((check) => (check.kind === 'decisions' ? [{ name: `${folder} ${check.id}`, check }] : []));
});

describe.each(cases)('the decision $name', ({ check }) => {
  const ids = check.choices.map(({ id }) => id);
  const all = [...check.evidence, ...check.counterpoints];

  it('leaves something to choose and something to discard', () => {
    const sound = soundChoices(check).length;
    expect(sound).toBeGreaterThan(0);
    expect(sound).toBeLessThan(ids.length);
  });

  it('lets every choice that breaks no constraint be argued for and against', () => {
    const short = soundChoices(check).filter(({ id }) => {
      const evidence = check.evidence.filter(({ about }) => about.includes(id));
      return evidence.length < 2 || !check.counterpoints.some(({ about }) => about.includes(id));
    });
    expect(short).toEqual([]);
  });

  it('speaks only of choices on offer, under ids of their own', () => {
    const named = [...all.flatMap(({ about }) => about), ...check.constraints.flatMap(brokenBy)];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    for (const group of [check.choices, check.evidence, check.counterpoints]) {
      expect(new Set(group.map(({ id }) => id)).size).toBe(group.length);
    }
  });
});

const brokenBy = ({ breaks }: { readonly breaks: readonly { readonly choice: string }[] }) =>
  breaks.map(({ choice }) => choice);
