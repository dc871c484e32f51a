import type { Term } from './families.ts';
import {
  additions,
  affirmations,
  circumstances,
  comparatives,
  conjunctions,
  copulas,
  definite,
  determiners,
  instruments,
  openers,
  prepositions,
  relatives,
  turns,
} from './grammar.ts';
import { type Sentence, startsAny } from './words.ts';

export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** What is fronted has no more words than this. */
export const frontWords = 6;

/** A pause, a turn, or a conjunction with a subject after it begins a clause. */
export function clausesOf(
  { words, pauses }: Sentence,
  mentions: readonly Term[],
  terms: readonly Term[],
  areEvents: boolean,
): readonly Clause[] {
  const starts = new Set([0]);
  const begins = new Set(mentions.map(({ from }) => from));
  words.forEach((word, at) => {
    const turn = startsAny(turns, words, at);
    // «No se ejecuta cuando arranca»: a circumstance that is one term belongs to what is said.
    const isTerm = turn !== undefined && terms.some(({ from, to }) => from === at && to - from >= turn);
    const isInside = terms.some((term) => term.from < at && term.to > at);
    if (pauses[at] || (turn && !isTerm) || antecedentOf(words, at, mentions) || (joinsOthers(words, at) && !isInside))
      starts.add(at);
    if (
      (conjunctions.has(word) || openers.has(word)) &&
      begins.has(afterDeterminers(words, at + 1 + (areEvents && prepositions.has(words[at + 1] ?? '') ? 1 : 0))) &&
      // «Uno o varios contenedores»: a phrase holds its own conjunctions.
      !isInside &&
      !isBetween(words, at) &&
      !isCompared(words, at) &&
      !isDutyAt(words, at) &&
      !joins(words, at, mentions, Math.max(...starts))
    )
      starts.add(at);
    if (
      additions.has(word) &&
      !areEvents &&
      [frontsAnother, usesAnother].some((one) => one(words, at, mentions, Math.max(...starts)))
    )
      starts.add(at);
  });
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, index) => ({ from, to: sorted[index + 1] ?? words.length }));
}

/** «El gasto se limita con una cuota y los permisos con RBAC»: each has its instrument. */
function usesAnother(words: readonly string[], at: number, mentions: readonly Term[], clause: number): boolean {
  const next = mentions.find(({ from }) => from > at);
  if (!next || next.from - at > frontWords) return false;
  const means = rulerOf(words, next, at);
  return (
    instruments.has(means) &&
    mentions.some((term) => term.from >= clause && term.from < at && rulerOf(words, term, clause) === means)
  );
}

/** «RUN se ejecuta al construir y al arrancar se ejecuta CMD»: the circumstance after the conjunction is the other's. */
function frontsAnother(words: readonly string[], at: number, mentions: readonly Term[], clause: number): boolean {
  const first = words[at + 1] ?? '';
  if (!prepositions.has(first) && !circumstances.has(first)) return false;
  const next = mentions.find(({ from }) => from > at);
  const reflexive = words.findIndex((word, place) => place > at && word === 'se');
  if (!next || reflexive < 0 || next.from - at > frontWords + 4) return false;
  return (
    afterDeterminers(words, reflexive + 2) === next.from && mentions.some(({ from }) => from >= clause && from < at)
  );
}

/** «Uno o varios contenedores». */
const isBetween = (words: readonly string[], at: number): boolean =>
  determiners.has(words[at - 1] ?? '') && conjunctions.has(words[at] ?? '');

/** «Más funciones que Istio»: what something is compared with says nothing of itself. */
export const isCompared = (words: readonly string[], at: number): boolean =>
  (words[at] === 'que' || words[at] === 'than') &&
  words.slice(Math.max(0, at - comparison), at).some((word) => comparatives.has(word));

/** «Sin tener que programarlo», «hay que crearlo»: what has to be done belongs to who has to. */
const isDutyAt = (words: readonly string[], at: number): boolean =>
  words[at] === 'que' && /^(?:ten\w*|tien\w+|tuv\w+|hay\w?|hab\w+)$/.test(words[at - 1] ?? '');

/** How many words before «que» a comparative may stand. */
const comparison = 5;

/** «Los listos reciben y los que no están listos no»: what is said of the others is a clause of its own. */
const joinsOthers = (words: readonly string[], at: number): boolean =>
  additions.has(words[at] ?? '') && definite.has(words[at + 1] ?? '') && relatives.has(words[at + 2] ?? '');

/** Whom «que» is about, in «hay un kubelet que los arranca»; not in «es una imagen que corre», nor below a preposition. */
export function antecedentOf(words: readonly string[], at: number, mentions: readonly Term[]): Term | undefined {
  if (!relatives.has(words[at] ?? '')) return undefined;
  const before = mentions.find(({ to }) => to === at - 1);
  const ruler = before ? rulerOf(words, before, 0) : '';
  return prepositions.has(ruler) || copulas.has(ruler) ? undefined : before;
}

/** The word that rules a term: the one before it and its determiners. */
export function rulerOf(words: readonly string[], term: Term, from: number): string {
  let at = term.from - 1;
  while (at >= from && determiners.has(words[at] ?? '') && !prepositions.has(words[at] ?? '')) at--;
  return at >= from ? (words[at] ?? '') : '';
}

/** «La imagen y el contenedor»: the conjunction joins two subjects and begins nothing. */
function joins(words: readonly string[], at: number, mentions: readonly Term[], clause: number): boolean {
  const previous = mentions.find(({ from }) => from >= clause);
  if (previous?.to !== at - 1) return false;
  const next = mentions.find(({ from }) => from === afterDeterminers(words, at + 1));
  return next !== undefined && !(affirmations.has(words[next.to + 1] ?? '') || words[next.to + 1] === 'no');
}

export function afterDeterminers(words: readonly string[], at: number): number {
  let place = at;
  while (determiners.has(words[place] ?? '') || openers.has(words[place] ?? '')) place++;
  return place;
}
