import { describe, expect, it } from 'vitest';
import { listFolders } from '../course/folders.ts';
import { readExercise, readVariants } from '../course/solutions.ts';
import { grade } from '../grade.ts';

/** Exercises whose given worlds are worked out once for all answers. */
const folders = listFolders('.')
  .filter(({ number }) => [6, 14, 15].includes(number))
  .map(({ name }) => name);

describe('what is worked out once for an exercise', () => {
  it.each(folders)('%s: does not tell one answer from those before it', (folder) => {
    const opened = readExercise('.', folder);
    if (!opened) throw new Error(`no exercise in ${folder}`);
    const some = (group: 'accepted' | 'rejected') => readVariants('.', opened, group).slice(0, 3);
    const variants = [...some('rejected'), ...some('accepted')];
    for (const { name, answers } of variants) {
      const fresh = { ...opened, given: opened.given.map((source) => ({ ...source })) };
      expect([name, grade(opened, answers)]).toEqual([name, grade(fresh, answers)]);
    }
  });
});
