import type { Tagger, Term } from './families.ts';
import {
  accompanied,
  additions,
  affirmations,
  agents,
  articles,
  circumstances,
  clitics,
  comparatives,
  conjunctions,
  contrasts,
  copulas,
  definite,
  denials,
  determiners,
  emphasis,
  fronts,
  functionWords,
  instruments,
  modals,
  negators,
  openers,
  others,
  owners,
  places,
  prepositions,
  pronouns,
  reasons,
  relatives,
  reports,
  reversers,
  signs,
  subordinators,
  suppositions,
  turns,
  unclear,
  wholes,
} from './grammar.ts';
import type { Sentence } from './words.ts';

/** A term as the writer holds it: of a subject, affirmed or denied. */
export interface BoundTerm extends Term {
  readonly denied: boolean;
  /** Said of what would be, or in which case, or what for: nobody holds it to be so. */
  readonly isSupposed: boolean;
}

/** What a sentence says of one subject. */
export interface Assertion {
  /** Families of the subject; none where only a reader could tell. */
  readonly subjects: ReadonlySet<string>;
  readonly terms: readonly BoundTerm[];
  /** Whether the subject stands there and was not carried over. */
  readonly isNamed: boolean;
}

/** A clause by itself, with what of it no lexicon knows. */
export interface ReadClause extends Assertion {
  /** Whether the writer says it, or tells it as somebody else's view. */
  readonly isHeld: boolean;
  /** Words that mean something and are no term. */
  readonly unknown: readonly string[];
}

/** A text, read. */
export interface Reading {
  readonly assertions: readonly Assertion[];
  readonly clauses: readonly ReadClause[];
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

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

/** What a text asserts, sentence by sentence. Questions and views that are told but not held assert nothing. */
export function readingOf(sentences: readonly Sentence[], tag: Tagger, subjects: Subjects): Reading {
  let carried: ReadonlySet<string> = new Set([subjects.usual]);
  const clauses: ReadClause[] = [];
  const assertions = sentences.flatMap((sentence) => {
    const terms = tag(sentence.words).filter((term) => !isTurn(sentence.words, term));
    const read = readSentence(sentence, terms, subjects, carried);
    carried = read[0]?.subjects ?? carried;
    if (sentence.isQuestion || isBareList(sentence)) return [];
    clauses.push(...read);
    return joined(read.filter(({ isHeld }) => isHeld));
  });
  return { assertions, clauses };
}

function readSentence(
  sentence: Sentence,
  terms: readonly Term[],
  subjects: Subjects,
  before: ReadonlySet<string>,
): readonly ReadClause[] {
  const { words } = sentence;
  const mentions = terms.filter(({ families }) => [...families].some((family) => subjects.families.has(family)));
  const clauses = clausesOf(sentence, mentions, terms, subjects.areEvents);
  const own = clauses.map((clause) => subjectOf(words, clause, mentions, subjects));
  const held = stanceOf(sentence);
  let carried = before;
  let last: readonly BoundTerm[] = [];
  return clauses.flatMap((clause, index) => {
    const next = clauses[index + 1];
    const circumstance =
      subjects.areEvents && next && subordinators.has(words[next.from] ?? '') ? own[index + 1] : undefined;
    const leads = subjects.areEvents
      ? subordinators.has(words[clause.from] ?? '')
      : leadsTo(sentence, clause, own[index], next);
    const consequence = leads ? own[index + 1] : undefined;
    const subject = otherOf(words, clause, carried, subjects) ?? own[index] ?? circumstance ?? consequence ?? carried;
    const spokenOf = index > 0 && !subjects.areEvents && endsInPlace(words, clause, mentions) ? [carried] : [];
    carried = subject;
    const fronted = own[index] ? frontOf(sentence, clauses, index, own) : undefined;
    const inside = terms.filter(({ from }) => from >= (fronted ?? clause).from && from < clause.to);
    const echo = fronted ? undefined : echoOf(words, clause, inside, mentions);
    let bound: readonly BoundTerm[] =
      echo === undefined
        ? boundTerms(words, clause, inside, held, subjects)
        : last.map((term) => ({ ...term, denied: echo }));
    if (bound.some((term) => !mentions.includes(term))) last = bound;
    const equal = equalsAt(sentence, clauses, index, own);
    if (equal) bound = [equal, ...bound];
    const unknown = words.filter(
      (word, at) => at >= clause.from && at < clause.to && isContent(word) && !inside.some((term) => covers(term, at)),
    );
    return [subject, ...spokenOf].map((one) => ({
      subjects: one,
      terms: bound,
      isHeld: held[clause.from] !== 'reported',
      isNamed: own[index] !== undefined,
      unknown,
    }));
  });
}

/** «Mejora todo: seguridad, balanceo, monitoreo» says of none of them what happens to it. */
function isBareList({ words, pauses }: Sentence): boolean {
  const head = pauses.indexOf(':');
  const items = words.length - head;
  return (
    head > 0 &&
    items >= bareItems &&
    words.slice(0, head).some((word) => wholes.has(word)) &&
    pauses.slice(head + 1).every((pause) => pause === ',')
  );
}

/** From this many words alone on they are a list. */
const bareItems = 3;

/** «En cambio» changes nothing. */
const isTurn = (words: readonly string[], { from, to }: Term): boolean =>
  from === to &&
  contrasts.has(words[from] ?? '') &&
  [from - 2, from - 1].some((at) => at >= 0 && at + (startsAny(turns, words, at) ?? 0) > to);

const isContent = (word: string): boolean => word.length > 2 && !functionWords.has(word);
const covers = ({ from, to }: Term, at: number): boolean => at >= from && at <= to;

/** What stands before a clause and is said of its subject. */
function frontOf(
  sentence: Sentence,
  clauses: readonly Clause[],
  index: number,
  own: readonly (ReadonlySet<string> | undefined)[],
): Clause | undefined {
  const [before, clause] = [clauses[index - 1], clauses[index]];
  if (!before || !clause) return undefined;
  if (isFront(sentence, before, own[index - 1])) return before;
  if (!takesUp(sentence.words, clause)) return undefined;
  const first = clauses.findIndex(
    (one, at) => clause.from - one.from <= takenUp && own.slice(at, index).every((who) => !who),
  );
  return first >= 0 && first < index ? clauses[first] : undefined;
}

/** «El índice, que dice qué bloques hay, solo lo tiene el NameNode»: what the pronoun takes up was said before. */
function takesUp(words: readonly string[], { from, to }: Clause): boolean {
  const at = words.findIndex((word, place) => place >= from && place < from + 3 && /^l[oa]s?$/.test(word));
  return (
    at >= 0 &&
    at + 2 < to &&
    /^(?:el|l[ao]s?|un[ao]?s?|the)$/.test(words[at + 2] ?? '') &&
    !functionWords.has(words[at + 1] ?? '')
  );
}

/** How many words before the clause it may stand. */
const takenUp = 14;

/** «Para los permisos, AuthorizationPolicy»: what stands before the pause is said of what comes after it. */
function isFront(
  { words, pauses }: Sentence,
  clause: Clause | undefined,
  subject: ReadonlySet<string> | undefined,
): boolean {
  if (!clause || subject || clause.to - clause.from > frontWords) return false;
  return prepositions.has(words[clause.from] ?? '') || signs.has(pauses[clause.to] ?? '');
}

/** «Cuando arranca el contenedor, se ejecuta CMD» says when of CMD, and nothing of what was spoken of before. */
const leadsTo = (
  { words, pauses }: Sentence,
  clause: Clause,
  subject: ReadonlySet<string> | undefined,
  next: Clause | undefined,
): boolean =>
  next !== undefined &&
  (clause.from === 0 || (pauses[clause.from] ?? '') !== '') &&
  pauses[next.from] === ',' &&
  startsAny(turns, words, next.from) === undefined &&
  (isFront({ words, pauses, isQuestion: false }, clause, subject) ||
    (!subject && circumstances.has(words[clause.from] ?? '')));

/** What is fronted has no more words than this. */
const frontWords = 6;

/** «VS = rutas», «VirtualService: rutas», «Gasto: ResourceQuota»: the sign stands for the verb between a subject and what is said of it. */
function equalsAt(
  { pauses }: Sentence,
  clauses: readonly Clause[],
  index: number,
  own: readonly (ReadonlySet<string> | undefined)[],
): BoundTerm | undefined {
  const [head, { from } = { from: 0 }] = [clauses[index - 1], clauses[index]];
  if (!head || !(own[index - 1] ?? own[index]) || !signs.has(pauses[from] ?? '') || head.to - head.from > headWords)
    return undefined;
  return { families: new Set(['equals']), from: from - 1, to: from - 1, denied: false, isSupposed: false };
}

/** A head has no more words than this: «plano de control de Istio». */
const headWords = 6;

/** «El otro», where one of two was spoken of. */
function otherOf(
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

/** «Los subsets no van ahí, se definen en el DestinationRule»: the place comes last, and the clause is still about the subsets. */
function endsInPlace(words: readonly string[], { from, to }: Clause, mentions: readonly Term[]): boolean {
  const inside = mentions.filter((term) => term.from >= from && term.from < to);
  const [first] = inside;
  return (
    first !== undefined &&
    first.from - from > placeWords &&
    inside.every((term) => places.has(rulerOf(words, term, from)))
  );
}

/** A clause that begins with a place has no more words than this before it: «pero en los nodos». */
const placeWords = 3;

/** Everything that one sentence says of the same subject, together. */
function joined(assertions: readonly Assertion[]): readonly Assertion[] {
  const bySubject = new Map<string, Assertion>();
  for (const { subjects, terms, isNamed } of assertions) {
    const key = [...subjects].sort().join(' ');
    const before = bySubject.get(key);
    bySubject.set(key, {
      subjects,
      terms: [...(before?.terms ?? []), ...terms],
      isNamed: isNamed || (before?.isNamed ?? false),
    });
  }
  return [...bySubject.values()];
}

/** A pause, a turn, or a conjunction with a subject after it begins a clause. */
function clausesOf(
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
    if (pauses[at] || (turn && !isTerm) || antecedentOf(words, at, mentions) || joinsOthers(words, at)) starts.add(at);
    if (
      (conjunctions.has(word) || openers.has(word)) &&
      begins.has(afterDeterminers(words, at + 1 + (areEvents && prepositions.has(words[at + 1] ?? '') ? 1 : 0))) &&
      // «Uno o varios contenedores»: a phrase holds its own conjunctions.
      !terms.some((term) => term.from < at && term.to > at) &&
      !isBetween(words, at) &&
      !isCompared(words, at) &&
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
const isCompared = (words: readonly string[], at: number): boolean =>
  (words[at] === 'que' || words[at] === 'than') &&
  words.slice(Math.max(0, at - comparison), at).some((word) => comparatives.has(word));

/** How many words before «que» a comparative may stand. */
const comparison = 5;

/** «Los listos reciben y los que no están listos no»: what is said of the others is a clause of its own. */
const joinsOthers = (words: readonly string[], at: number): boolean =>
  additions.has(words[at] ?? '') && definite.has(words[at + 1] ?? '') && relatives.has(words[at + 2] ?? '');

/** Whom «que» is about, in «hay un kubelet que los arranca»; not in «es una imagen que corre», nor below a preposition. */
function antecedentOf(words: readonly string[], at: number, mentions: readonly Term[]): Term | undefined {
  if (!relatives.has(words[at] ?? '')) return undefined;
  const before = mentions.find(({ to }) => to === at - 1);
  const ruler = before ? rulerOf(words, before, 0) : '';
  return prepositions.has(ruler) || copulas.has(ruler) ? undefined : before;
}

/** Whom «él» is about, in «no arregla nada en el NameNode, porque él guarda el índice»: who was named last. */
function pronounOf(words: readonly string[], from: number, mentions: readonly Term[]): Term | undefined {
  let at = from + (startsAny(turns, words, from) ?? 0);
  while (conjunctions.has(words[at] ?? '') || openers.has(words[at] ?? '')) at++;
  return pronouns.has(words[at] ?? '') ? mentions.findLast(({ to }) => to < from) : undefined;
}

/** The word that rules a term: the one before it and its determiners. */
function rulerOf(words: readonly string[], term: Term, from: number): string {
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

function afterDeterminers(words: readonly string[], at: number): number {
  let place = at;
  while (determiners.has(words[place] ?? '') || openers.has(words[place] ?? '')) place++;
  return place;
}

/** Whether a sentence speaks of somebody that only the reader can find out. */
export const isUnclear = ({ words }: Sentence): boolean => words.some((_, at) => startsAny(unclear, words, at));

/** Who the clause is about: who does it, or the first that no preposition rules, where it happens, or whose what it speaks of is. */
function subjectOf(
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
  const first = inside.find((term) => areEvents || !prepositions.has(ruler(term)));
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
  for (let at = from; at < to; at++) if (startsAny(unclear, words, at)) return new Set();
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

/** Whether a clause only says «yes» or «no» of its subject to what was said before; undefined when it says something itself. */
function echoOf(
  words: readonly string[],
  { from, to }: Clause,
  terms: readonly Term[],
  mentions: readonly Term[],
): boolean | undefined {
  if (terms.length !== 1 || !mentions.includes(terms[0] as Term)) return undefined;
  const after = words.slice((terms[0]?.to ?? 0) + 1, to);
  const before = words.slice(from, terms[0]?.from ?? from);
  const rest =
    after.length > 0
      ? after
      : before.filter((word) => word !== 'y' && !determiners.has(word) && !startsAny(turns, [word], 0));
  if (rest.length === 0 || rest.length > 3) return undefined;
  if (negators.has(rest[0] ?? '') && rest.length === 1) return true;
  return affirmations.has(rest[0] ?? '') && rest.length === 1 ? false : undefined;
}

type Stance = 'held' | 'reported' | 'denied';

/** For each word, whether the writer holds what is said there; a contrast or a colon ends what a frame began. */
function stanceOf({ words, pauses }: Sentence): readonly Stance[] {
  let stance: Stance = 'held';
  let isBrief = false;
  return words.map((word, at) => {
    if (contrasts.has(word) || pauses[at] === ':' || (isBrief && pauses[at])) stance = 'held';
    if (startsAny(reports, words, at)) stance = 'reported';
    if (startsAny(denials, words, at)) stance = 'denied';
    if (isCleft(words, at)) stance = 'denied';
    isBrief = stance === 'denied' && (isBrief || isCleft(words, at));
    return stance;
  });
}

/** «No es el scheduler quien los arranca, es el kubelet», «no es lo que se ejecuta al arrancar»: it is denied up to the pause. */
function isCleft(words: readonly string[], at: number): boolean {
  const [no = '', is = '', what = '', next = ''] = words.slice(at);
  if (no !== 'no' || !copulas.has(is) || /^mism[oa]s?$/.test(next)) return false;
  if (what === 'lo') return next === 'que';
  return (
    definite.has(what) &&
    words.slice(at + 3, at + cleft).some((word) => word === 'quien' || word === 'quienes' || word === 'que')
  );
}

/** How many words such a denial may have before «quien». */
const cleft = 8;

function boundTerms(
  words: readonly string[],
  { from, to }: Clause,
  terms: readonly Term[],
  held: readonly Stance[],
  { areEvents }: Subjects,
): readonly BoundTerm[] {
  const supposed = isSupposed(words, from, areEvents);
  const denying: number[] = [];
  const turning: { readonly from: number; readonly to: number; readonly until: number }[] = [];
  for (let at = from; at < to; at++) {
    // «Sin proxy» or «no coincide con ninguna», where they are terms, deny nothing else.
    const phrase = terms.find((term) => term.from === at && term.to > at);
    if (phrase) {
      at = phrase.to;
      continue;
    }
    const frame =
      startsAny(denials, words, at) ?? startsAny(emphasis, words, at) ?? (isCleft(words, at) ? 1 : undefined);
    if (frame) {
      at += frame - 1;
      continue;
    }
    if (negators.has(words[at] ?? '')) denying.push(at);
    const reverser = startsAny(reversers, words, at);
    if (reverser) turning.push({ from: at, to: at + reverser, until: reversedUntil(words, at + reverser, to) });
  }
  // «Cambiarla no se puede»: with nothing after it to deny, it denies what came before.
  const backwards = denying.some((no) => deniesBack(words, no, to) && !terms.some(({ from: at }) => at === no + 1));
  const until = (no: number) => {
    const end = words
      .slice(no, to)
      .findIndex((word, index) => additions.has(word) || (index > 1 && isDuty(words, no + index)));
    // «No se puede volver a enviar el tráfico»: what cannot be done comes after the verb that says so.
    // «Lo que no cambia sale de la caché»: it denies what it is in, and not what is said of that.
    const isRelative =
      relatives.has(words[no - 1] ?? '') && (definite.has(words[no - 2] ?? '') || words[no - 2] === 'lo');
    if (isRelative) return no + (clitics.has(words[no + 1] ?? '') || copulas.has(words[no + 1] ?? '') ? 2 : 1);
    // «No impide que los pods de otros espacios le hablen» denies as far as it impedes.
    const impeding = startsAny(reversers, words, no + 1);
    if (impeding && words[no + 1 + impeding] === 'que') return Math.min(to, no + 1 + impeding + reach.clause);
    const modal = words.slice(no + 1, no + 3).findIndex((word) => modals.has(word));
    return Math.min(no + modal + 1 + reach.negator, end === -1 ? to : no + end);
  };
  const bound = terms.map((term) => {
    // «No llega nada a los que no están listos»: a phrase that denies keeps its own denial.
    const isDenial = term.to > term.from && words.slice(term.from, term.to).some((word) => negators.has(word));
    const negated = !isDenial && (backwards || denying.some((no) => term.from > no && term.from <= until(no)));
    const turned = turning.filter((one) => term.from >= one.to && term.from < one.until).length % 2 === 1;
    const denied = held[term.from] === 'denied';
    const isDenied = [negated, turned, denied].filter(Boolean).length % 2 === 1;
    return { ...term, denied: isDenied, isSupposed: supposed };
  });
  // «No es para empresas grandes con requisitos complejos»: what is said again in other words is denied again.
  return bound.map((term, index) => {
    const { denied, to: last, families } = bound[index - 1] ?? { denied: false, to: 0, families: term.families };
    const repeats =
      denied && term.from - last <= reach.repetition && [...term.families].some((one) => families.has(one));
    return repeats ? { ...term, denied: true } : term;
  });
}

/** How far a reverser acts: «impide que» on all that it introduces, «sin localidad los bloques viajan» on what it lacks. */
function reversedUntil(words: readonly string[], from: number, to: number): number {
  if (words[from] === 'que') return Math.min(to, from + reach.clause);
  const lacks = /^(?:sin|without)$/.test(words[from - 1] ?? '');
  const next = lacks ? words.slice(from + 1, to).findIndex((word) => articles.has(word)) : -1;
  return Math.min(to, from + reach.reverser, next < 0 ? to : from + 1 + next);
}

/** «Si haces el VirtualService antes…»: where what happens is what is asked about, only as a reason for something else. */
function isSupposed(words: readonly string[], from: number, areEvents: boolean): boolean {
  const start = startsAny(reasons, words, from) ?? 0;
  const supposes = startsAny(suppositions, words, from + start) !== undefined || isPurpose(words, from + start);
  return supposes && (!areEvents || start > 0 || startsAny(reasons, words, from - 1) === 1);
}

/** «Para aislar los pods hace falta otra cosa». */
const isPurpose = (words: readonly string[], at: number): boolean =>
  words[at] === 'para' && /[aei]r(?:se|l[aeo]s?)?$/.test(words[at + 1] ?? '');

/** «Para que no ocurra hay que crearlo», «hace falta otra»: what has to be done is said anew. */
const isDuty = (words: readonly string[], at: number): boolean =>
  words[at] === 'hay' ? words[at + 1] === 'que' : /^hacen?$/.test(words[at] ?? '') && words[at + 1] === 'falta';

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

/** Whether a denial is of what came before: it ends the clause, or goes on with no more than «se puede». */
function deniesBack(words: readonly string[], no: number, to: number): boolean {
  if (words[no] !== 'no' && words[no] !== 'not') return false;
  const rest = words.slice(no + 1, to).filter((word) => !clitics.has(word));
  // «No se pueden quitar de golpe» goes on to say what they cannot do; «no se puede hacer» does not.
  const goesOn = /^(?!hacer)\w+[aei]r(?:se|l[aeo]s?)?$/.test(rest[1] ?? '');
  return rest.length === 0 || (modals.has(rest[0] ?? '') && !goesOn);
}

/** How many words after them negators and reversers still act on; «impide que…» acts on all that it introduces. */
const reach = { negator: 5, reverser: 4, clause: 12, repetition: 2 };

/** How many words the phrase at a place has; undefined when none of them is there. */
function startsAny(phrases: readonly (readonly string[])[], words: readonly string[], at: number): number | undefined {
  return phrases.find((phrase) => phrase.every((word, index) => words[at + index] === word))?.length;
}
