import type { Assertion } from './reading.ts';
import type { Claim } from './rubric.ts';
import type { BoundTerm } from './stance.ts';

/** A term of a claim: any of its alternatives, each a family or one that closely follows another. */
interface Wanted {
  readonly denied: boolean;
  readonly alternatives: readonly { readonly family: string; readonly follower?: string }[];
}

/** A claim, read. */
export interface ReadClaim {
  readonly subjects: readonly string[];
  readonly wanted: readonly Wanted[];
}

/** How many words may lie between the first and the last term of a claim, and between one and its follower. */
const span = { claim: 14, follower: 5 };

/** @param claim the subject first, then what is said of it */
export function readClaim([subject, ...terms]: Claim): ReadClaim {
  return { subjects: subject.split('|'), wanted: terms.map(readTerm) };
}

function readTerm(term: string): Wanted {
  const denied = term.startsWith('not ');
  const alternatives = (denied ? term.slice(4) : term).split('|').map((one) => {
    const [family = '', follower] = one.split('>');
    return follower === undefined ? { family } : { family, follower };
  });
  return { denied, alternatives };
}

/** The families a claim names. */
export function familiesOf({ subjects, wanted }: ReadClaim): readonly string[] {
  const named = wanted.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ family, follower }) => (follower === undefined ? [family] : [family, follower])),
  );
  return [...subjects, ...named];
}

/** Whether an assertion makes a claim, makes its contrary, or does not speak of it. */
export function makes({ subjects, wanted }: ReadClaim, assertion: Assertion): 'claim' | 'contrary' | undefined {
  if (!subjects.some((family) => assertion.subjects.has(family))) return undefined;
  const choices = wanted.map((term) => found(term, assertion.terms));
  if (choices.some((terms) => terms.length === 0)) return undefined;
  // What is denied is the predicate; in «no cambia el código» the code is only what it is about.
  const isDenial = wanted[0]?.denied ?? false;
  const agreeing = choices.map((terms, index) => {
    const { denied = false } = wanted[index] ?? {};
    return index > 0 && isDenial && !denied ? terms : terms.filter((term) => term.denied === denied);
  });
  if (near(agreeing)) return 'claim';
  const main = choices[0]?.filter(({ denied }) => denied !== wanted[0]?.denied) ?? [];
  const opposed = [main, ...choices.slice(1)];
  return agreeing[0]?.length === 0 && near(opposed) ? 'contrary' : undefined;
}

/** The terms that answer to one of a claim; with a follower, both are affirmed, or what they say together is denied. */
function found({ alternatives }: Wanted, terms: readonly BoundTerm[]): readonly BoundTerm[] {
  return alternatives.flatMap(({ family, follower }) => {
    const heads = terms.filter(({ families }) => families.has(family));
    if (follower === undefined) return heads;
    return heads.flatMap((head) => {
      const next = terms.find(
        ({ from, families }) => from > head.to && from - head.to <= span.follower && families.has(follower),
      );
      return next ? [{ ...head, denied: head.denied || next.denied }] : [];
    });
  });
}

/** Whether one term of each can be chosen so that they stand together. */
function near(choices: readonly (readonly BoundTerm[])[]): boolean {
  const [first = [], ...rest] = choices;
  return first.some((term) =>
    rest.every((others) => others.some((other) => Math.abs(other.from - term.from) <= span.claim && other !== term)),
  );
}

/** Whether the words of all that a claim says stand in a sentence, bound or not; whatever it is about where no subject is given. */
export function mentions({ subjects, wanted }: ReadClaim, families: ReadonlySet<string>): boolean {
  return (
    (subjects.length === 0 || subjects.some((family) => families.has(family))) &&
    wanted.every(({ alternatives }) =>
      alternatives.some(({ family, follower }) => families.has(family) && (!follower || families.has(follower))),
    )
  );
}
