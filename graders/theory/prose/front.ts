import { type Clause, frontWords } from './clause.ts';
import { circumstances, functionWords, prepositions, signs, turns } from './grammar.ts';
import { type Sentence, startsAny } from './words.ts';

/** What stands before a clause and is said of its subject. */
export function frontOf(
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
  { words, pauses }: Pick<Sentence, 'words' | 'pauses'>,
  clause: Clause | undefined,
  subject: ReadonlySet<string> | undefined,
): boolean {
  if (!clause || subject || clause.to - clause.from > frontWords) return false;
  return prepositions.has(words[clause.from] ?? '') || signs.has(pauses[clause.to] ?? '');
}

/** «Cuando arranca el contenedor, se ejecuta CMD» says when of CMD, and nothing of what was spoken of before. */
export const leadsTo = (
  { words, pauses }: Sentence,
  clause: Clause,
  subject: ReadonlySet<string> | undefined,
  next: Clause | undefined,
): boolean =>
  next !== undefined &&
  (clause.from === 0 || (pauses[clause.from] ?? '') !== '') &&
  pauses[next.from] === ',' &&
  startsAny(turns, words, next.from) === undefined &&
  (isFront({ words, pauses }, clause, subject) || (!subject && circumstances.has(words[clause.from] ?? '')));
