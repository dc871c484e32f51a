/**
 * An answer without what does not matter to whoever reads it: order of keys, names that were chosen, layout, comments.
 */
export interface Normal {
  /** Equal for answers that say the same. */
  readonly text: string;
  /** The single things it says, without the names that were chosen. */
  readonly facts: readonly string[];
}

/** Facts beyond it are left aside: what is looked at is bounded, whatever was handed in. */
export const mostFacts = 3000;

/** In place of a name somebody chose, where which name does not matter. */
export const someName = '‹name›';

/** Runs of several words: what two texts share only where one was written from the other. */
export function runsOf(words: readonly string[], length: number): readonly string[] {
  if (words.length <= length) return words.length > 0 ? [words.join(' ')] : [];
  return Array.from({ length: Math.min(words.length - length + 1, mostFacts) }, (_, from) =>
    words.slice(from, from + length).join(' '),
  );
}
