import { fold, type Sentence, wordsOf } from './words.ts';

/** Runs of this many words are not written twice by chance. */
const run = 5;
/** Share of the runs of a sentence from which on it is copied. */
const limit = 0.6;

/** Every run of words of some texts. */
export type Runs = ReadonlySet<string>;

export function runsOf(texts: readonly string[]): Runs {
  return new Set(texts.flatMap((text) => runsIn(wordsOf(fold(text)))));
}

/** Whether a sentence was taken from the texts of the exercise. Too short a one belongs to everybody. */
export function isCopied({ words }: Sentence, known: Runs): boolean {
  const own = runsIn(words);
  return own.length > 0 && own.filter((one) => known.has(one)).length >= own.length * limit;
}

function runsIn(words: readonly string[]): readonly string[] {
  return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' '));
}
