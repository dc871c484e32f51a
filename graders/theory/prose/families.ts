import { stemmer } from '@orama/stemmers/spanish';
import { memo, remembered } from '../../core/memo.ts';
import { functionWords } from './grammar.ts';
import type { Lexicon } from './rubric.ts';
import { fold, wordsOf } from './words.ts';

/** A word or phrase of a sentence that stands for something, by the places of its first and last words. */
export interface Term {
  readonly families: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** Finds the terms in the words of a sentence. */
export type Tagger = (words: readonly string[]) => readonly Term[];

interface Form {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly family: string;
}

/** How many words are kept with what was found out about them: whoever explains the same thing uses the same words. */
const vocabulary = 4_000;

/** Words that hold a sentence together stand for nothing else: `para` is no form of `parar`. */
const stem = remembered(vocabulary, (word) => {
  if (functionWords.has(word)) return `=${word}`;
  const root = stemmer(word);
  return root.length < shortestStem ? word : root;
});

/** What is left of `decir` is the beginning of too many words. */
const shortestStem = 4;

/** Words shorter than this are too near to each other for a slip to be told from another word. */
const typoLength = 6;

/**
 * A tagger for the families of one or more lexicons; a family that two of them name has the forms of both. A word is known as it
 * stands, or by its stem, or, from six letters on, with one slip when only one family, or one word, is that near. The longest phrase wins.
 */
export function taggerOf(...lexicons: readonly Lexicon[]): Tagger {
  const forms = lexicons.flatMap(formsOf);
  const byFirst = new Map<string, Form[]>();
  for (const form of forms) {
    for (const start of new Set([form.words[0] ?? '', form.stems[0] ?? ''])) {
      push(byFirst, start, form);
    }
  }
  const spell = remembered(vocabulary, spellingOf(forms));
  const single = forms.filter(({ words: [word = '', ...more] }) => more.length === 0 && word.length >= typoLength);
  const byLength = new Map<number, Form[]>();
  for (const form of single) push(byLength, form.words[0]?.length ?? 0, form);
  const bySound = new Map<string, Form[]>();
  for (const form of single) {
    const heard = sound(form.words[0] ?? '');
    push(bySound, heard, form);
  }
  const slip = remembered(vocabulary, (word) => slipOf(byLength, bySound, word));
  return memo((written: readonly string[]) => {
    const words = written.map(sameArticle);
    const stems = words.map(stem);
    const spelt = words.map(spell);
    const speltStems = spelt.map((word, at) => (word === words[at] ? (stems[at] ?? '') : stem(word)));
    const isMisspelt = spelt.some((word, at) => word !== words[at]);
    const terms: Term[] = [];
    for (let at = 0; at < words.length; ) {
      const term =
        (isMisspelt ? phrase(byFirst, spelt, speltStems, at) : undefined) ??
        longest(byFirst, words, stems, at) ??
        conditional(byFirst, words, stems, at) ??
        termOf(slip(words[at] ?? ''), at, at);
      if (term) terms.push(term);
      at = (term?.to ?? at) + 1;
    }
    return terms;
  });
}

/** English sentences have `an` for both of its articles, and forms may have either. */
const sameArticle = (word: string): string => (word === 'an' ? 'a' : word);

function push<Key, Item>(items: Map<Key, Item[]>, key: Key, item: Item): void {
  const some = items.get(key);
  if (some) some.push(item);
  else items.set(key, [item]);
}

/** The forms of a lexicon are the same for every exercise that reads with it. */
const formsOf = memo((lexicon: Lexicon): readonly Form[] =>
  Object.entries(lexicon).flatMap(([family, forms]) =>
    forms.split(',').map((form) => {
      const words = wordsOf(fold(form)).map(sameArticle);
      return { family, words, stems: words.map(stem) };
    }),
  ),
);

/** As it stands before by its stem: `constante` is not `consta` where both are forms. */
function longest(
  byFirst: ReadonlyMap<string, readonly Form[]>,
  words: readonly string[],
  stems: readonly string[],
  at: number,
): Term | undefined {
  const [word = '', root = ''] = [words[at], stems[at]];
  const [asWritten = [], ofStem = []] = [byFirst.get(word), root === word ? [] : byFirst.get(root)];
  if (asWritten.length === 0 && ofStem.length === 0) return undefined;
  const candidates = [...asWritten, ...ofStem];
  const exact = candidates.filter((form) => form.words.every((one, index) => one === words[at + index]));
  const stemmed = candidates.filter((form) => form.stems.every((one, index) => one === stems[at + index]));
  const found = [exact, stemmed].map((some) => best(some)).sort((a, b) => b.length - a.length)[0];
  return found && termOf(found.forms, at, at + found.length - 1);
}

function best(forms: readonly Form[]): { readonly length: number; readonly forms: readonly Form[] } {
  const length = Math.max(0, ...forms.map(({ words }) => words.length));
  return { length, forms: forms.filter(({ words }) => words.length === length) };
}

/** A phrase of more than one word, with its slips corrected: «al contruir la imajen». */
function phrase(
  byFirst: ReadonlyMap<string, readonly Form[]>,
  words: readonly string[],
  stems: readonly string[],
  at: number,
): Term | undefined {
  const term = longest(byFirst, words, stems, at);
  return term && term.to > term.from ? term : undefined;
}

/** What the words of phrases are when there is a slip in them. A word that some form has is none, and neither is one that is near to two. */
function spellingOf(forms: readonly Form[]): (word: string) => string {
  const known = new Set(forms.flatMap(({ words, stems }) => [...words, ...stems]));
  const ofPhrases = forms.flatMap(({ words }) => (words.length > 1 ? words : []));
  const byLength = new Map<number, string[]>();
  const bySound = new Map<string, string>();
  for (const word of new Set(ofPhrases)) {
    if (word.length < typoLength || functionWords.has(word)) continue;
    push(byLength, word.length, word);
    bySound.set(sound(word), word);
  }
  return (word) => {
    if (word.length < typoLength || functionWords.has(word) || known.has(word) || known.has(stem(word))) return word;
    const alike = bySound.get(sound(word));
    if (alike) return alike;
    const near = aboutAsLong(byLength, word).filter((one) => isOneSlip(word, one));
    return new Set(near.map(stem)).size === 1 ? (near[0] ?? word) : word;
  };
}

/** «Miraría», which without its accent the stemmer leaves as it is, is known by its infinitive. */
function conditional(
  byFirst: ReadonlyMap<string, readonly Form[]>,
  words: readonly string[],
  stems: readonly string[],
  at: number,
): Term | undefined {
  const infinitive = /^(\w{2,}[aei]r)ia(?:s|n|mos)?$/.exec(words[at] ?? '')?.[1];
  return infinitive === undefined
    ? undefined
    : longest(byFirst, words.with(at, infinitive), stems.with(at, stem(infinitive)), at);
}

/** The forms that a word is, but for one slip. */
function slipOf(
  byLength: ReadonlyMap<number, readonly Form[]>,
  bySound: ReadonlyMap<string, readonly Form[]>,
  word: string,
): readonly Form[] {
  if (word.length < typoLength || functionWords.has(word)) return [];
  const alike = bySound.get(sound(word));
  if (alike) return alike;
  const near = aboutAsLong(byLength, word).filter(({ words: [form = ''] }) => isOneSlip(word, form));
  const isOne = [near.map(({ family }) => family), near.map(({ words: [form] }) => form)].some(
    (some) => new Set(some).size === 1,
  );
  return isOne ? near : [];
}

function termOf(forms: readonly Form[], from: number, to: number): Term | undefined {
  return forms.length === 0 ? undefined : { families: new Set(forms.map(({ family }) => family)), from, to };
}

/** How a word sounds, the same for many of the ways it is misspelt: «senciyo», «desidir», «egecutan», «emboy». */
function sound(word: string): string {
  return word
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/qu|c/g, 'k');
}

/** What has as many letters as a word, or one less or more. */
const aboutAsLong = <Item>(byLength: ReadonlyMap<number, readonly Item[]>, { length }: string): readonly Item[] =>
  [length - 1, length, length + 1].flatMap((letters) => byLength.get(letters) ?? []);

/** Whether one letter missing, extra or changed, or two swapped, make the difference. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  // Most words differ twice at once, and that is cheap to see.
  if (a[0] !== b[0] && a[1] !== b[1] && a[0] !== b[1] && a[1] !== b[0]) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  const [restA, restB] = [a.slice(head), b.slice(head)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
