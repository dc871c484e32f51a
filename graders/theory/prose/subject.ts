import { afterDeterminers, antecedentOf, type Clause, isCompared, rulerOf } from './clause.ts';
import type { Term } from './families.ts';
import {
  accompanied,
  additions,
  agents,
  conjunctions,
  copulas,
  definite,
  determiners,
  fronts,
  functionWords,
  instruments,
  openers,
  others,
  owners,
  places,
  prepositions,
  pronouns,
  turns,
  unclear,
} from './grammar.ts';
import { type Sentence, startsAny } from './words.ts';

/** What may be a subject, and what is one by default. */
export interface Subjects {
  readonly families: ReadonlySet<string>;
  /** What a sentence without a subject is about. */
  readonly usual: string;
  /** They are things that happen: no preposition rules them out, and a clause may come before its circumstance. */
  readonly areEvents: boolean;
  /** The two that are told apart, where there are two. */
  readonly pair: readonly [string, string] | undefined;
}

/** «El otro», where one of two was spoken of. */
export function otherOf(
  words: readonly string[],
  { from, to }: Clause,
  carried: ReadonlySet<string>,
  { pair = ['', ''] }: Pick<Subjects, 'pair'>,
): ReadonlySet<string> | undefined {
  const at = words.findIndex((_, place) => place >= from && place < to && startsAny(others, words, place));
  const spoken = pair.filter((one) => carried.has(one));
  if (at < 0 || at - from > othersReach || spoken.length !== 1) return undefined;
  return new Set(pair.filter((one) => !carried.has(one)));
}

/** How many words may stand before «el otro» where it is the subject: «pero con el otro». */
const othersReach = 2;

/** «Los subsets no van ahí, se definen en el DestinationRule», «se lo pide al runtime que haya en el nodo»: the place comes last, and the clause is still about who was spoken of. */
export function endsInPlace(words: readonly string[], { from, to }: Clause, mentions: readonly Term[]): boolean {
  const inside = mentions.filter((term) => term.from >= from && term.from < to);
  const [first] = inside;
  return (
    first !== undefined &&
    first.from - from > placeWords &&
    inside.every((term) => prepositions.has(rulerOf(words, term, from))) &&
    inside.some((term) => places.has(rulerOf(words, term, from)))
  );
}

/** A clause that begins with a place has no more words than this before it: «pero en los nodos». */
const placeWords = 3;

/** Whom «él» is about, in «no arregla nada en el NameNode, porque él guarda el índice»: who was named last. */
function pronounOf(words: readonly string[], from: number, mentions: readonly Term[]): Term | undefined {
  let at = from + (startsAny(turns, words, from) ?? 0);
  while (conjunctions.has(words[at] ?? '') || openers.has(words[at] ?? '')) at++;
  return pronouns.has(words[at] ?? '') ? mentions.findLast(({ to }) => to < from) : undefined;
}

/** Whether a sentence speaks of somebody that only the reader can find out. */
export const isUnclear = ({ words }: Sentence): boolean => words.some((_, at) => startsAny(unclear, words, at));

/** Who the clause is about: who does it, or the first that no preposition rules, where it happens, or whose what it speaks of is. */
export function subjectOf(
  words: readonly string[],
  { from, to }: Clause,
  mentions: readonly Term[],
  { families: all, areEvents }: Subjects,
): ReadonlySet<string> | undefined {
  const inside = mentions.filter((term) => term.from >= from && term.from < to && !isComparison(words, term, from));
  const ruler = (term: Term) => rulerOf(words, term, from);
  const families = (...some: readonly Term[]) =>
    new Set(some.flatMap((term) => [...term.families].filter((family) => all.has(family))));
  const antecedent = antecedentOf(words, from, mentions) ?? pronounOf(words, from, mentions);
  if (antecedent) return families(antecedent);
  const agent = inside.find((term) => agents.has(ruler(term)));
  if (agent) return families(agent);
  const first = inside.find((term) => areEvents || !(prepositions.has(ruler(term)) || isOwned(words, from, term)));
  if (first) {
    const isBoth = words[first.from - 1] === 'tanto';
    const second = inside.find(
      (term) =>
        term.from > first.to &&
        term.from - first.to <= 3 &&
        (conjunctions.has(ruler(term)) || (isBoth && ruler(term) === 'como')),
    );
    return second ? families(first, second) : families(first);
  }
  // «A partir de la primera que cambia» says itself which one it means.
  for (let at = from; at < to; at++) {
    const phrase = startsAny(unclear, words, at);
    if (phrase && words[at + phrase] !== 'que') return new Set();
  }
  const opening = inside.find(
    (term) =>
      places.has(ruler(term)) ||
      dativeOf(words, term, ruler(term)) ||
      isOwner(words, from, term, ruler(term)) ||
      opens(words, from, term),
  );
  const instrument = opening ?? inside.find((term) => isInstrument(words, from, term));
  return instrument && families(instrument);
}

/** «Los dos enseñan su certificado»: what is somebody's, after a verb, is not who does it. */
const isOwned = (words: readonly string[], from: number, term: Term): boolean =>
  /^sus?$/.test(words[term.from - 1] ?? '') && term.from - 2 >= from && !functionWords.has(words[term.from - 2] ?? '');

/** «El gasto se limita con una cuota» is about the quota; «se comunica con Istio» is not about Istio. */
function isInstrument(words: readonly string[], from: number, term: Term): boolean {
  if (!instruments.has(rulerOf(words, term, from))) return false;
  const before = words.slice(from, term.from);
  const reflexive = before.lastIndexOf('se');
  return reflexive >= 0 && !accompanied.test(before[reflexive + 1] ?? '');
}

/** Whether a term is what something else is compared with. */
function isComparison(words: readonly string[], term: Term, from: number): boolean {
  let at = term.from - 1;
  while (at > from && determiners.has(words[at] ?? '')) at--;
  return at > from && isCompared(words, at);
}

/** «A Linkerd le faltan funciones» is about Linkerd. */
const dativeOf = (words: readonly string[], { to }: Term, ruler: string): boolean =>
  ruler === 'a' && /^les?$/.test(words[to + 1] ?? '');

/** «Con Istio tienes…», «del lado de Istio…», «de una imagen se sacan…»: what a clause begins with is what it is about. */
function opens(words: readonly string[], from: number, term: Term): boolean {
  const start = additions.has(words[from] ?? '') || startsAny(turns, words, from) === 1 ? from + 1 : from;
  const front = startsAny(fronts, words, start);
  const after = front === undefined && prepositions.has(words[start] ?? '') ? 1 : front;
  return after !== undefined && afterDeterminers(words, start + after) === term.from;
}

/** «El plano de control de Istio es…» and «lo de Istio es…» are about Istio; «es una instancia de la imagen» is not about the image. */
function isOwner(words: readonly string[], from: number, term: Term, ruler: string): boolean {
  const before = words.slice(conjunctions.has(words[from] ?? '') ? from + 1 : from, term.from);
  return (
    owners.has(ruler) &&
    (definite.has(before[0] ?? '') || before[0] === 'lo') &&
    !before.some((word) => copulas.has(word)) &&
    before.length <= 6
  );
}
