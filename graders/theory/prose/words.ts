import { memo, remembered } from '../../core/memo.ts';
import { english, shorthand } from './grammar.ts';

/** A sentence as folded words, with the punctuation that separates clauses. */
export interface Sentence {
  readonly words: readonly string[];
  /** For each word, the comma, colon, dash or bracket that stands before it, if any. */
  readonly pauses: readonly string[];
  readonly isQuestion: boolean;
}

/**
 * Text without accents, capitals, code marks or apostrophes: what two ways to write a word have in common. «Él» is no «el», and «tú» no «tu»; OR and
 * AND among small letters are operators, as «un O» and «un Y» are, and FROM an instruction, and the O of CRI-O is no conjunction.
 */
export function fold(text: string): string {
  const written = /\p{Ll}/u.test(text)
    ? text
        .replace(/(?<=\b(?:un|el)\s)[OY](?=\s|[.,:;)»]|$)/g, (one) => (one === 'O' ? 'OR' : 'AND'))
        .replace(/\b(?:OR|AND|FROM)\b/g, '$&logical')
    : text;
  return written
    .normalize('NFC')
    .replace(/(?<!\p{L})(?:él|mí)(?!\p{L})/giu, 'ello')
    .replace(/(?<!\p{L})tú(?!\p{L})/giu, 'usted')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[`*'’]/g, '')
    .replace(/\bcri-o\b/g, 'crio');
}

/** The words of a folded text. */
export const wordsOf = (folded: string): readonly string[] => folded.match(/[a-z0-9]+/g) ?? [];

/** The sentences of a text; the items of a list are sentences too. A dot inside a name (`docker.io`, `1.5`) ends none. */
export function sentencesOf(text: string): readonly Sentence[] {
  return text
    .split(/(?<=[!?;])|\.(?=\s|$)|\n\s*(?:\n|[-*•]\s|\d+[.)]\s)/)
    .map(sentenceOf)
    .filter(({ words }) => words.length > 0);
}

/** So many sentences are kept, and none that is longer: whoever explains the same thing takes over what others said well. */
const kept = { sentences: 2_000, longest: 400 };

/** Equal sentences are the very same, so that whatever follows from one is worked out once. */
const sentenceOf = remembered(kept.sentences, (part) => sentence(fold(part)), kept.longest);

function sentence(text: string): Sentence {
  const words: string[] = [];
  const pauses: string[] = [];
  let pause = '';
  for (const [part] of text.matchAll(/[a-z0-9]+|[,:()[\]=→>«»"+−]|\s[-–—]\s/g)) {
    if (!/^[a-z0-9]/.test(part)) {
      pause = (pause === ')' || pause === '»') && part === ',' ? pause : part;
      continue;
    }
    words.push(shorthand.get(part) ?? part);
    pauses.push(pause);
    pause = '';
  }
  const known = words.filter((word) => english.has(word));
  // «From y to» are the names of two fields, in a Spanish sentence too.
  const isEnglish = known.length >= 2 && known.some((word) => word !== 'from' && word !== 'to');
  return {
    words: isEnglish ? words.map((word) => (word === 'a' ? 'an' : word)) : words,
    pauses,
    isQuestion: /\?\s*$/.test(text),
  };
}

/** How many words the phrase at a place has; undefined when none of them is there. */
export function startsAny(
  phrases: readonly (readonly string[])[],
  words: readonly string[],
  at: number,
): number | undefined {
  const begun = byFirstWord(phrases).get(words[at] ?? '');
  return begun?.find((phrase) => phrase.every((word, index) => words[at + index] === word))?.length;
}

/** The phrases of a list that begin with a word, in its order. */
const byFirstWord = memo((phrases: readonly (readonly string[])[]) => {
  const begun = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) begun.set(phrase[0] ?? '', [...(begun.get(phrase[0] ?? '') ?? []), phrase]);
  return begun;
});
