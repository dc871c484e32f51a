import {
  articles,
  asks,
  conjunctions,
  contrasts,
  disagreements,
  functionWords,
  misplaced,
  openers,
  prepositions,
  reasonWords,
  says,
  signs,
} from './grammar.ts';
import type { Sentence } from './words.ts';

/** Why a text is not read for what it says. */
export type Unreadable = 'short' | 'long' | 'stuffed' | 'shuffled';

const limits = {
  /** Fewer words than this say nothing that could be weighed. */
  words: 6,
  /** More than this is a page and no explanation in a few sentences. */
  most: 150,
  /** Share of the words that hold a sentence together: people who take notes stay above it, lists of keywords do not. */
  functionWords: 0.18,
  /** The same in a text that turns or gives reasons. */
  turned: 0.12,
  /** From this length on no single preposition makes up this share of them: «a de b de c» is a list too. */
  varied: 12,
  repeated: 0.6,
  /** As many of them, or of commas, there are in any short sentence. */
  few: 3,
  /** As many commas for each word make a list, with whatever is between them. */
  listed: 0.4,
  /** Times from which on a word with nothing to hold it is said too often, one less where no article or no pause stands in the whole text; and its share. */
  times: 4,
  bare: 0.12,
  /** Words that cannot follow the one before them, for each word of the text. */
  misplaced: 1 / 40,
};

/** Whether a text is a list of words or words out of order, which may hold all the right ones and says nothing. */
export function unreadable(sentences: readonly Sentence[]): Unreadable | undefined {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length < limits.words) return 'short';
  if (words.length > limits.most) return 'long';
  const holding = words.filter((word) => functionWords.has(word));
  // «Istio: más funciones» says of what it speaks without a verb.
  const hasColon = sentences.some(({ pauses }) => pauses.includes(':'));
  const hasEquals = sentences.filter(({ pauses }) => pauses.some((pause) => pause === '=' || pause === '→')).length > 1;
  const isTerse = (words.length < limits.varied && holding.length > 0 && hasColon) || hasEquals;
  // Nobody writes «pero» or «porque» into a list.
  const least = words.some((word) => contrasts.has(word) || reasonWords.has(word))
    ? limits.turned
    : limits.functionWords;
  if (!isTerse && holding.length < words.length * least) return 'stuffed';
  const most = mostOften(holding.filter((word) => prepositions.has(word)));
  if (words.length >= limits.varied && most > Math.max(limits.few, holding.length * limits.repeated)) return 'stuffed';
  if (commasIn(sentences) > Math.max(limits.few, words.length * limits.listed)) return 'stuffed';
  if (words.length >= limits.varied && isList(sentences, words.length)) return 'stuffed';
  return sum(sentences.map(misplacedIn)) > words.length * limits.misplaced ? 'shuffled' : undefined;
}

/** Whether a sentence has heads or bullets, as notes do: «VS = rutas», «+ mTLS, − memoria». */
export const isStructured = ({ pauses }: Sentence): boolean =>
  pauses.some((pause) => signs.has(pause) || pause === '+' || pause === '−');

/** Whether one word comes over and over with nothing to hold it, whatever phrases stand between: «service poco a poco service de golpe». */
function isList(sentences: readonly Sentence[], length: number): boolean {
  const bare = sentences.flatMap(({ words, pauses }) =>
    words.filter(
      (word, at) => at > 0 && !pauses[at] && !functionWords.has(word) && !functionWords.has(words[at - 1] ?? ''),
    ),
  );
  const hasArticles = sentences.some(({ words }) => words.some((word) => articles.has(word)));
  const hasPauses = sentences.length > 1 || sentences.some(({ pauses }) => pauses.some(Boolean));
  const times = hasArticles && hasPauses ? limits.times : limits.times - 1;
  return mostOften(bare) >= Math.max(times, length * limits.bare);
}

/** How many words of a sentence cannot stand where they do. */
export function misplacedIn({ words, pauses }: Sentence): number {
  return (
    words.filter((word, at) => {
      const last = words[at - 1] ?? '';
      if (words[at + 1] === 'otra' || words[at + 1] === 'otro' || isQuote(pauses[at])) return false;
      if (!pauses[at] && disagreements.some((one) => one.after.has(last) && one.word.test(word))) return true;
      if (countsOne.test(last) && pauses[at - 1]) return false;
      const before = misplaced.get(last);
      if (!before || (pauses[at] && isBroken(last, word)) || isDenied(last, word, words[at + 1] ?? '')) return false;
      return pauses[at] ? before.has('y') : before.has(word);
    }).length + (endsEarly(words.at(-1) ?? '', words.at(-2) ?? '') ? 1 : 0)
  );
}

/** «Dos veces, una por cada proxy»: after a pause it counts, and needs no noun. */
const countsOne = /^un[ao]$/;

/** «Ya no es «quién y qué», sino…»: what is quoted may begin and end with any word. */
const isQuote = (pause: string | undefined): boolean => pause === '«' || pause === '»' || pause === '"';

const commasIn = (sentences: readonly Sentence[]): number =>
  sum(sentences.map(({ pauses }) => pauses.filter((pause) => pause === ',').length));

/** «Los no listos». */
const isDenied = (last: string, word: string, next: string): boolean =>
  word === 'no' && (last === 'los' || last === 'las') && /(?:[ai]d|list)[oa]s$/.test(next);

/** «Crea uno y, cuando está listo, quita otro»: what joins may be cut off by a circumstance. */
const isBroken = (last: string, word: string): boolean =>
  (conjunctions.has(last) || last === 'que') && openers.has(word);

/** Whether a word cannot be the last: «basta con que se cumpla una» and «no dice quién es» are whole. */
const endsEarly = (word: string, last: string): boolean =>
  misplaced.has(word) && word !== 'una' && word !== 'ninguna' && word !== 'no' && !(asks.has(last) && says.has(word));

/** How many times the most frequent of some words comes. */
function mostOften(words: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
