import { memo, remembered } from '../../core/memo.ts';
import { familiesOf, makes, mentions, type ReadClaim, readClaim } from './claims.ts';
import { isCopied, type Runs } from './copied.ts';
import { isOnSubject, mayHold, unreadClauses } from './doubt.ts';
import { taggerOf } from './families.ts';
import { courseLexicon } from './lexicon.ts';
import { isStructured, misplacedIn, type Unreadable, unreadable } from './readable.ts';
import { type Assertion, readingOf } from './reading.ts';
import type { Idea, Lexicon, Misconception, Slot } from './rubric.ts';
import type { BoundTerm } from './stance.ts';
import { isUnclear } from './subject.ts';
import { sentencesOf } from './words.ts';

/** `review`: the words of the idea are there, and whether they say it only a person can tell. */
export type Outcome = 'recognised' | 'contradicted' | 'absent' | 'review';

export interface Explanation {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly misconceptions: readonly Misconception[];
  /** Ideas told as they once were. */
  readonly historical: readonly Idea[];
  /** Why the text was not read at all. */
  readonly unread?: Unreadable | 'copied';
}

/** The tagger of an exercise: the words of the course and its own. */
export const taggerFor = memo((lexicon: Lexicon) => taggerOf(courseLexicon, lexicon));
const noWords: Lexicon = {};

const rubricOf = memo((slot: Slot) => {
  const ideas = slot.ideas.map((idea) => ({
    idea,
    says: idea.says.map(readClaim),
    denies: (idea.denies ?? []).map(readClaim),
    said: (idea.historical?.says ?? []).map(readClaim),
  }));
  const misconceptions = (slot.misconceptions ?? []).map((misconception) => ({
    misconception,
    claims: misconception.claims.map(readClaim),
  }));
  const claims = [
    ...ideas.flatMap(({ says, denies, said }) => [...says, ...denies, ...said]),
    ...misconceptions.flatMap(({ claims }) => claims),
  ];
  const subjects = new Set([slot.subject, ...(slot.rivals ?? []), ...claims.flatMap((claim) => claim.subjects)]);
  return {
    ideas,
    misconceptions,
    claims,
    subjects: { families: subjects, usual: slot.subject, areEvents: slot.subjects === 'events', pair: pairOf(slot) },
  };
});

/** The two subjects that the ideas are about, where they are two. */
function pairOf({ ideas }: Slot): readonly [string, string] | undefined {
  const [one, other, ...more] = new Set(
    ideas.flatMap(({ says }) => says.map(([subject]) => subject)).filter((subject) => !subject.includes('|')),
  );
  return one && other && more.length === 0 ? [one, other] : undefined;
}

/** Texts of one slot that are kept, and none that is longer: in a class, some are handed in more than once. */
const texts = { kept: 100, longest: 2_000 };

const explained = memo((slot: Slot) =>
  memo((known: Runs) =>
    memo((lexicon: Lexicon) => remembered(texts.kept, (text) => read(slot, text, known, lexicon), texts.longest)),
  ),
);

/**
 * Which ideas of a slot a text holds.
 * @param known runs of words of the exercise's own texts: a sentence taken from there says nothing of who took it
 * @param lexicon words of this exercise, beside those of the course
 */
export function explain(slot: Slot, text: string, known: Runs, lexicon: Lexicon = noWords): Explanation {
  return explained(slot)(known)(lexicon)(text);
}

function read(slot: Slot, text: string, known: Runs, lexicon: Lexicon): Explanation {
  const { ideas, misconceptions, claims, subjects } = rubricOf(slot);
  const written = sentencesOf(text);
  const all = (outcome: Outcome) => new Map(ideas.map(({ idea }) => [idea.id, outcome] as const));
  const unread = unreadable(written);
  const tag = taggerFor(lexicon);
  if (unread) {
    // «Istio: más funciones / más memoria»: what has heads or sentences may be notes, and a person can tell.
    const families = written.map(({ words }) => new Set(tag(words).flatMap((term) => [...term.families])));
    const mayBe = ({ says }: (typeof ideas)[number]) =>
      unread === 'shuffled' ||
      (unread === 'stuffed' &&
        written.some(isStructured) &&
        says.some((claim) => families.some((some) => mentions({ ...claim, subjects: [] }, some))));
    const outcomes = new Map(ideas.map((one): [string, Outcome] => [one.idea.id, mayBe(one) ? 'review' : 'absent']));
    return { outcomes, misconceptions: [], historical: [], unread };
  }
  const own = written.filter((sentence) => !isCopied(sentence, known));
  if (own.length === 0) return { outcomes: all('absent'), misconceptions: [], historical: [], unread: 'copied' };

  const clear = own.filter((sentence) => misplacedIn(sentence) === 0);
  const { assertions, clauses } = readingOf(clear, tag, subjects);
  const named = own.map((sentence) => {
    const families = tag(sentence.words).flatMap((term) => [...term.families]);
    return new Set(isUnclear(sentence) ? [...families, ...subjects.families] : families);
  });
  const isOnTopic = !slot.topic || slot.topic.some((family) => named.some((families) => families.has(family)));
  const made = (
    claims: readonly ReadClaim[],
    what: ReturnType<typeof makes>,
    among: readonly Assertion[] = assertions,
  ) => claims.some((claim) => among.some((assertion) => makes(claim, assertion) === what));

  const spokenOf = new Set(named.flatMap((families) => [...families]));
  const notRead = isOnSubject(spokenOf, claims) ? unreadClauses(clauses, assertions, claims) : [];
  // Where several may be spoken of, who is not named is accused of nothing.
  const isAlone = !subjects.pair?.some((one) => one !== subjects.usual && spokenOf.has(one));
  const sure = assertions.filter(({ isNamed }) => isNamed || isAlone);
  const held = sure.map((one) => only(one, ({ isSupposed }) => !isSupposed));
  // «Si no están en un volumen, se pierden» supposes the contrary and does not say it.
  const supposing = assertions.map((one) => only(one, ({ isSupposed, denied }) => !(isSupposed && denied)));
  const isContrary = (claims: readonly ReadClaim[]) => made(claims, 'contrary') && made(claims, 'contrary', supposing);
  const wrong = misconceptions
    .filter(({ claims }) => made(claims, 'claim', held))
    .map(({ misconception }) => misconception);
  const refuted = (idea: Idea) => wrong.some(({ contradicts }) => contradicts.includes(idea.id));
  const historical = ideas.filter(({ said }) => made(said, 'claim')).map(({ idea }) => idea);
  const outcomes = ideas.map(({ idea, says, denies }): [string, Outcome] => {
    const right = made(says, 'claim') || historical.includes(idea);
    const contrary = made(denies, 'claim', sure) || isContrary(says) || refuted(idea);
    if (right && !contrary && !isOnTopic) return [idea.id, 'review'];
    if (right || contrary) return [idea.id, right && contrary ? 'review' : right ? 'recognised' : 'contradicted'];
    const isInDoubt =
      mayHold(says, notRead) ||
      says.some((claim) => {
        // What a question is about is seldom named again: whatever else the idea takes stands there.
        const any = claim.subjects.includes(subjects.usual) ? { ...claim, subjects: [] } : claim;
        return named.some((families) => mentions(any, families));
      });
    return [idea.id, isInDoubt ? 'review' : 'absent'];
  });
  return { outcomes: new Map(outcomes), misconceptions: wrong, historical };
}

/** An assertion with some of its terms. */
const only = (assertion: Assertion, isKept: (term: BoundTerm) => boolean): Assertion => ({
  ...assertion,
  terms: assertion.terms.filter(isKept),
});

/** Families that a slot names and no lexicon has, with where in the slot they stand. */
export function unknownFamilies(
  slot: Slot,
  lexicon: Lexicon = noWords,
): readonly { readonly family: string; readonly path: readonly (string | number)[] }[] {
  const isKnown = (family: string) => Object.hasOwn(courseLexicon, family) || Object.hasOwn(lexicon, family);
  const named = [
    { families: [slot.subject], path: ['subject'] },
    ...(slot.topic ?? []).map((family, index) => ({ families: [family], path: ['topic', index] })),
    ...(slot.rivals ?? []).map((family, index) => ({ families: [family], path: ['rivals', index] })),
    ...slot.ideas.flatMap(({ says, denies = [], historical }, index) => [
      ...says.map((claim, which) => ({
        families: familiesOf(readClaim(claim)),
        path: ['ideas', index, 'says', which],
      })),
      ...(historical?.says ?? []).map((claim, which) => ({
        families: familiesOf(readClaim(claim)),
        path: ['ideas', index, 'historical', 'says', which],
      })),
      ...denies.map((claim, which) => ({
        families: familiesOf(readClaim(claim)),
        path: ['ideas', index, 'denies', which],
      })),
    ]),
    ...(slot.misconceptions ?? []).flatMap(({ claims }, index) =>
      claims.map((claim, which) => ({
        families: familiesOf(readClaim(claim)),
        path: ['misconceptions', index, 'claims', which],
      })),
    ),
  ];
  return named.flatMap(({ families, path }) =>
    families.filter((family) => !isKnown(family)).map((family) => ({ family, path })),
  );
}
