import { familiesOf, makes, type ReadClaim } from './claims.ts';
import type { Assertion, ReadClause } from './reading.ts';

/** Words that nobody knows, from which on a clause may say anything of its subject. */
const unknownWords = 2;
/** Clauses that nobody understands, from which on they may say anything that is asked. */
const many = 2;

/** The clauses that no claim was read in: they may say what is looked for in words that no lexicon has. */
export function unreadClauses(
  clauses: readonly ReadClause[],
  assertions: readonly Assertion[],
  claims: readonly ReadClaim[],
): readonly ReadClause[] {
  const read = assertions.flatMap((assertion) =>
    claims.filter((claim) => makes(claim, assertion)).map((claim) => ({ claim, assertion })),
  );
  return clauses.filter(
    (clause) =>
      !clause.isHeld ||
      !read.some(
        ({ claim, assertion }) =>
          clause.terms.some((term) => assertion.terms.includes(term)) &&
          (makes(claim, clause) || saysSome(claim, clause)),
      ),
  );
}

/** Whether a clause holds part of what a claim says. */
const saysSome = ({ wanted }: ReadClaim, { terms }: Assertion): boolean =>
  terms.some(({ families }) =>
    wanted.some(({ alternatives }) =>
      alternatives.some(({ family, follower }) => families.has(family) || (follower && families.has(follower))),
    ),
  );

/**
 * Whether what was not understood may hold an idea. A single clause does when its words are there and it is about what the idea
 * is about, or says of that what nobody knows; several that nobody understands may hold any idea, as analogies do.
 */
export function mayHold(says: readonly ReadClaim[], unread: readonly ReadClause[]): boolean {
  const subjects = new Set(says.flatMap((claim) => claim.subjects));
  const isAbout = ({ subjects: own }: ReadClause) => own.size === 0 || [...own].some((one) => subjects.has(one));
  const obscure = unread.filter(({ unknown }) => unknown.length >= unknownWords);
  return (
    obscure.length >= many ||
    obscure.some((clause) => clause.isNamed && isAbout(clause)) ||
    unread.some(
      (clause) => clause.unknown.length > 0 && isAbout(clause) && says.some((claim) => saysSome(claim, clause)),
    )
  );
}

/** Whether a text speaks of what is asked about, or of something else in so many words. */
export const isOnSubject = (families: ReadonlySet<string>, claims: readonly ReadClaim[]): boolean =>
  claims.some((claim) => familiesOf(claim).some((family) => families.has(family)));
