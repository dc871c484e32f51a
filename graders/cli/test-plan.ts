import type { Lang } from '../core/text.ts';
import { type Folder, matchFolder } from '../course/folders.ts';
import { chooseFolder } from './which.ts';

/** How vitest is to be called. */
export interface TestPlan {
  readonly args: readonly string[];
  /** Folders of the exercises that were named; empty for all. */
  readonly only: readonly string[];
  /** The quick half of everything, and not all variants of some exercises or, with `--all`, all there is. */
  readonly quick: boolean;
  /** Cases and variants that do not announce what is found in them are written first: `--accept`. */
  readonly accept: boolean;
}

/**
 * Reads the words after `npm test`: names of exercises are ours, everything else goes to vitest as it is.
 * @throws UsageError for a number that no exercise has
 */
export function planTests(words: readonly string[], folders: readonly Folder[], lang: Lang): TestPlan {
  const accept = words.includes('--accept');
  const all = words.includes('--all');
  const rest = withoutLang(words).filter((word) => word !== '--accept' && word !== '--all');
  const isExercise = (word: string): boolean =>
    /^\d+$/.test(word) || (!word.startsWith('-') && 'folder' in matchFolder(folders, word));
  const only = rest.filter(isExercise).map((word) => chooseFolder(folders, word, lang).name);
  const passed = rest.filter((word) => !isExercise(word));
  const named = passed.some((word) => word.startsWith('--project'));
  const projects = ['graders', ...(all && only.length === 0 ? ['deep'] : [])].map((name) => `--project=${name}`);
  const answers = only.length > 0 && !named ? ['graders/vitest/'] : [];
  return {
    args: ['run', ...(named ? [] : projects), ...answers, ...passed],
    only,
    quick: !all && only.length === 0,
    accept,
  };
}

function withoutLang(words: readonly string[]): readonly string[] {
  const at = words.indexOf('--lang');
  return words.filter(
    (word, index) => !word.startsWith('--lang=') && (at === -1 || (index !== at && index !== at + 1)),
  );
}
