import { type Clause, clausesOf } from './clause.ts';
import type { Tagger, Term } from './families.ts';
import { frontOf, leadsTo } from './front.ts';
import {
  affirmations,
  clitics,
  contrasts,
  copulas,
  determiners,
  functionWords,
  negators,
  signs,
  subordinators,
  turns,
  wholes,
} from './grammar.ts';
import { type BoundTerm, boundTerms, stanceOf } from './stance.ts';
import { endsInPlace, otherOf, type Subjects, subjectOf } from './subject.ts';
import { type Sentence, startsAny } from './words.ts';

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
  let outside: ReadonlySet<string> | undefined;
  return clauses.flatMap((clause, index) => {
    const next = clauses[index + 1];
    // «Dice qué es cada versión (los subsets) y cómo se trata»: after a bracket it goes on with whom it was about.
    if (sentence.pauses[clause.from] === '(' && own.slice(0, index).some(Boolean)) outside ??= carried;
    else if (outside && sentence.pauses.slice(0, clause.from + 1).lastIndexOf(')') > 0) {
      carried = outside;
      outside = undefined;
    }
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
    const within = (one: Clause): readonly BoundTerm[] =>
      boundTerms(
        words,
        one,
        inside.filter(({ from }) => from >= one.from && from < one.to),
        held,
        subjects,
      );
    let bound: readonly BoundTerm[] =
      echo === undefined
        ? [...(fronted ? clauses.slice(clauses.indexOf(fronted), index).flatMap(within) : []), ...within(clause)]
        : last.map((term) => ({ ...term, denied: echo }));
    const whole = bound;
    if (goesOn(words, clause, next, own[index + 1])) {
      const verb = deniedVerb(words, bound);
      bound = bound.filter((term) => term !== verb);
    }
    // What was denied of the object before is said of the one that takes its place.
    const verb = correctsLast(words, clause, own[index]) ? deniedVerb(words, last) : undefined;
    if (verb) bound = [{ ...verb, denied: false }, ...bound];
    if (bound.some((term) => !mentions.includes(term))) last = whole;
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

/** «No le dices los pasos, sino cómo lo quieres»: what is denied is the object, and the verb is said of the other. */
const goesOn = (
  words: readonly string[],
  { from, to }: Clause,
  next: Clause | undefined,
  subject: ReadonlySet<string> | undefined,
): boolean =>
  next !== undefined &&
  correctsLast(words, next, subject) &&
  words.slice(from, to).some((word) => word === 'no') &&
  !words.slice(from, to).some((word, at, all) => word === 'no' && copulas.has(all[at + 1] ?? ''));

/** Whether a clause corrects the one before it and names nobody: «sino cómo lo quieres», and not «sino que…», which has its own verb. */
const correctsLast = (words: readonly string[], { from }: Clause, subject: ReadonlySet<string> | undefined): boolean =>
  !subject && words[from] === 'sino' && words[from + 1] !== 'que';

/** The verb that a negator denies: the term right after it and its pronouns. */
const deniedVerb = (words: readonly string[], terms: readonly BoundTerm[]): BoundTerm | undefined =>
  terms.find(
    ({ denied, from }) =>
      denied && (words[from - 1] === 'no' || (clitics.has(words[from - 1] ?? '') && words[from - 2] === 'no')),
  );

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
