import type { Clause } from './clause.ts';
import type { Term } from './families.ts';
import {
  additions,
  articles,
  clitics,
  concordant,
  contrasts,
  copulas,
  definite,
  denials,
  determiners,
  emphasis,
  modals,
  negators,
  prepositions,
  reasons,
  relatives,
  reports,
  reversers,
  suppositions,
} from './grammar.ts';
import type { Subjects } from './subject.ts';
import { type Sentence, startsAny } from './words.ts';

/** A term as the writer holds it: of a subject, affirmed or denied. */
export interface BoundTerm extends Term {
  readonly denied: boolean;
  /** Said of what would be, or in which case, or what for: nobody holds it to be so. */
  readonly isSupposed: boolean;
}

type Stance = 'held' | 'reported' | 'denied';

/** For each word, whether the writer holds what is said there; a contrast or a colon ends what a frame began. */
export function stanceOf({ words, pauses }: Sentence): readonly Stance[] {
  let stance: Stance = 'held';
  let isBrief = false;
  return words.map((word, at) => {
    if (contrasts.has(word) || pauses[at] === ':' || (isBrief && pauses[at])) stance = 'held';
    if (startsAny(reports, words, at)) stance = 'reported';
    const begins = isCleft(words, at);
    if (begins || startsAny(denials, words, at)) stance = 'denied';
    isBrief = stance === 'denied' && (isBrief || begins);
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

export function boundTerms(
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
    if (negators.has(words[at] ?? '') && !isConcord(words, from, at)) denying.push(at);
    const reverser = startsAny(reversers, words, at);
    if (reverser) turning.push({ from: at, to: at + reverser, until: reversedUntil(words, at + reverser, to) });
  }
  // «Cambiarla no se puede»: with nothing after it to deny, it denies what came before.
  const backwards = denying.some((no) => deniesBack(words, no, to) && !terms.some(({ from: at }) => at === no + 1));
  const bound = terms.map((term) => {
    // «No llega nada a los que no están listos»: a phrase that denies keeps its own denial.
    const isPhrase = term.to > term.from;
    const isDenial =
      isPhrase &&
      (until.has(words[term.from] ?? '') || words.slice(term.from, term.to).some((word) => negators.has(word)));
    const negated =
      !isDenial && (backwards || denying.some((no) => term.from > no && term.from <= deniedUntil(words, no, to)));
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

/** «Lo que no esté permitido por ninguna regla se deniega», «si no hay nada voy al historial»: Spanish denies once with two words. */
function isConcord(words: readonly string[], from: number, at: number): boolean {
  if (!concordant.has(words[at] ?? '')) return false;
  return words.slice(Math.max(from, at - reach.concord), at).some((word) => word === 'no' || word === 'sin');
}

/** How far a negator acts. */
function deniedUntil(words: readonly string[], no: number, to: number): number {
  // «Lo que no cambia sale de la caché»: it denies what it is in, and not what is said of that.
  const isRelative =
    relatives.has(words[no - 1] ?? '') && (definite.has(words[no - 2] ?? '') || words[no - 2] === 'lo');
  if (isRelative) return no + (clitics.has(words[no + 1] ?? '') || copulas.has(words[no + 1] ?? '') ? 2 : 1);
  // «La petición que nadie menciona se permite»: who does not mention it is denied, and not what is said of it.
  const isSubject =
    concordant.has(words[no] ?? '') && relatives.has(words[no - 1] ?? '') && determiners.has(words[no - 3] ?? '');
  if (isSubject)
    return no + (/^ningun[oa]?$/.test(words[no] ?? '') ? 2 : 1) + (clitics.has(words[no + 1] ?? '') ? 1 : 0);
  // «No impide que los pods de otros espacios le hablen» denies as far as it impedes.
  const impeding = startsAny(reversers, words, no + 1);
  if (impeding && words[no + 1 + impeding] === 'que') return Math.min(to, no + 1 + impeding + reach.clause);
  const end = words
    .slice(no, to)
    .findIndex((word, index) => additions.has(word) || (index > 1 && isDuty(words, no + index)));
  // «No se puede volver a enviar el tráfico»: what cannot be done comes after the verb that says so.
  const modal = words.slice(no + 1, no + 3).findIndex((word) => modals.has(word));
  // «No se ejecuta hasta que arranca» says when it does.
  const ends = words.slice(no, to).findIndex((word) => until.has(word));
  const last = Math.min(reached(words, no, to) + modal + 1, end < 0 ? to : no + end, ends < 0 ? to : no + ends - 1);
  return Math.min(last, saidWhole(words, no, to));
}

/** Its reach in words, of which those that only hold the others together do not count: «no decide por los campos de un token». */
function reached(words: readonly string[], no: number, to: number): number {
  let at = no;
  for (let left = reach.negator; left > 0 && at < to; at++) {
    const next = words[at + 1] ?? '';
    if (!determiners.has(next) && !prepositions.has(next)) left--;
  }
  return at;
}

/** «Si no hay nada voy al historial»: what is denied is said whole, and somebody does something next. */
function saidWhole(words: readonly string[], no: number, to: number): number {
  const nothing = words.slice(no, Math.min(to, no + 4)).indexOf('nada');
  if (nothing < 1 || !/^(?:hay|veo|vemos|sale|aparece|encuentro|encontramos)$/.test(words[no + 1] ?? '')) return to;
  const next = words[no + nothing + 1] ?? '';
  return prepositions.has(next) || relatives.has(next) ? to : no + nothing;
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

/** Whether a denial is of what came before: it ends the clause, or goes on with no more than «se puede». */
function deniesBack(words: readonly string[], no: number, to: number): boolean {
  if (words[no] !== 'no' && words[no] !== 'not') return false;
  const rest = words.slice(no + 1, to).filter((word) => !clitics.has(word));
  // «No se pueden quitar de golpe» goes on to say what they cannot do; «no se puede hacer» does not.
  const goesOn = /^(?!hacer)\w+[aei]r(?:se|l[aeo]s?)?$/.test(rest[1] ?? '');
  return rest.length === 0 || (modals.has(rest[0] ?? '') && !goesOn);
}

/** What comes after them is when it ends not to be so. */
const until = new Set(['hasta', 'until']);

/** How many words after them negators and reversers still act on; «impide que…» acts on all that it introduces. */
const reach = { negator: 5, reverser: 4, clause: 12, repetition: 2, concord: 6 };
