import type { Lang } from '../core/text.ts';
import { type Folder, matchFolder } from '../course/folders.ts';
import { chooseFolder } from './which.ts';

/** How vitest is to be called. */
export interface TestPlan {
  readonly args: readonly string[];
  /** Folders of the exercises that were named; empty for all. */
  readonly only: readonly string[];
  /** Cases and variants that do not announce what is found in them are written first: `--accept`. */
  readonly accept: boolean;
}

/**
 * Reads the words after `npm test`: names of exercises are ours, everything else goes to vitest as it is.
 * @throws UsageError for a number that no exercise has
 */
export function planTests(words: readonly string[], folders: readonly Folder[], lang: Lang): TestPlan {
  const accept = words.includes('--accept');
  const rest = withoutLang(words).filter((word) => word !== '--accept');
  const isExercise = (word: string): boolean =>
    /^\d+$/.test(word) || (!word.startsWith('-') && 'folder' in matchFolder(folders, word));
  const only = rest.filter(isExercise).map((word) => chooseFolder(folders, word, lang).name);
  const passed = rest.filter((word) => !isExercise(word));
  const projects = only.length > 0 ? ['exercises', 'solutions'] : ['exercises', 'solutions', 'graders'];
  const named = passed.some((word) => word.startsWith('--project'));
  return { args: ['run', ...(named ? [] : projects.map((name) => `--project=${name}`)), ...passed], only, accept };
}

function withoutLang(words: readonly string[]): readonly string[] {
  const at = words.indexOf('--lang');
  return words.filter(
    (word, index) => !word.startsWith('--lang=') && (at === -1 || (index !== at && index !== at + 1)),
  );
}
