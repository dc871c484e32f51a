import { join } from 'node:path';
import { describe, it } from 'vitest';
import { gradeFolder } from '../cli/grading.ts';
import { statuses } from '../render/terminal/sentences.ts';
import { chosenFolders, lang, root } from './course.ts';
import { outcomeOf, WrongAnswer } from './outcome.ts';

/** The student's own answers: pending ones are skipped, wrong ones fail with the line that is wrong. */
describe('exercises', () => {
  const folders = chosenFolders();
  if (folders.length === 0) it('there are none yet', () => {});

  for (const folder of folders) {
    it(folder.name, ({ task, skip }) => {
      const outcome = outcomeOf(gradeFolder(root, folder, join(root, 'exercises')));
      task.meta.timonel = outcome;
      const { status } = outcome.report;
      if (status === 'pending' || status === 'review') skip(statuses[status][lang()]);
      if (status !== 'pass') throw new WrongAnswer(outcome, lang());
    });
  }
});
