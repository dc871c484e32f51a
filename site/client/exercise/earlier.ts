import type { Continued } from '../../../graders/core/exercise.ts';
import { own } from '../../../graders/core/own.ts';
import type { Source } from '../../../graders/index.ts';
import { loadAnswer } from './saved.ts';

/** What this browser keeps of the exercise that another one continues. */
export function earlierAnswers(continues: Continued | undefined): readonly Source[] {
  const kept = continues && loadAnswer(continues.exercise);
  if (!continues || !kept) return [];
  return continues.files.flatMap((path) => {
    const text = own(kept, path);
    return text === undefined ? [] : [{ path, text }];
  });
}
