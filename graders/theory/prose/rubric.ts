import type { Text } from '../../core/text.ts';

/**
 * A relation between a subject and what is said of it: the family of the subject, then the terms that its clause must
 * hold. A term is a family, `not family` for its denial, `a|b` for either, or `a>b` where b follows a closely.
 */
export type Claim = readonly [string, string, ...string[]];

/** One thing an explanation should say. */
export interface Idea {
  /** Kebab-case; unique in the slot. */
  readonly id: string;
  /** The idea in a sentence, as it is named to whoever left it out. */
  readonly text: Text;
  /** Where in the exercise or the lab it can be seen. */
  readonly where: Text;
  /** Share of the slot; 1 when omitted, 0 for an idea that is only commented on. */
  readonly weight?: number;
  /** Ways to say it: any of them will do. */
  readonly says: readonly [Claim, ...Claim[]];
  /** How older texts put it, as the notebook does: it counts, and is explained. */
  readonly historical?: { readonly says: readonly [Claim, ...Claim[]]; readonly refutation: Text };
  /** Ways to say the contrary, besides the denial of what says it. */
  readonly denies?: readonly Claim[];
}

/** A wrong view with a name. */
export interface Misconception {
  /** Its slug: `image-is-running`. */
  readonly slug: string;
  readonly claims: readonly [Claim, ...Claim[]];
  /** Ids of the ideas that it contradicts. */
  readonly contradicts: readonly [string, ...string[]];
  /** Why it is not so. */
  readonly refutation: Text;
}

/** A question to be answered in a few sentences, and what a good answer says. */
export interface Slot {
  /** Kebab-case; the key of the text in the answer. */
  readonly id: string;
  readonly question: Text;
  /** Family that a sentence without a subject of its own is about. */
  readonly subject: string;
  /** Families of which a text names at least one when it is about this question; otherwise nothing in it is taken as certain. */
  readonly topic?: readonly [string, ...string[]];
  /** `events` where the subjects are things that happen («al parar», «si lo borras»), which no preposition rules out. */
  readonly subjects?: 'events';
  /** Families that may be subjects besides those of the claims, so that what is said of them is not taken for another. */
  readonly rivals?: readonly string[];
  readonly ideas: readonly [Idea, ...Idea[]];
  readonly misconceptions?: readonly Misconception[];
}

/** Words of a language by what they stand for: forms separated by commas, each of one or more words. */
export type Lexicon = Readonly<Record<string, string>>;
