import { stemmer } from '@orama/stemmers/spanish';

/** What the index of the search holds of a place of the site. */
export interface Entry {
  readonly id: number;
  readonly kind: 'lesson' | 'exercise' | 'term' | 'rule';
  readonly title: string;
  /** From the root of the site. */
  readonly href: string;
  /** The lesson it is part of, or the English word. */
  readonly within?: string;
  /** What it says; searched, and shown in part. */
  readonly text: string;
}

const common = new Set('a al con de del el en es la las lo los o para por que se su un una y'.split(' '));

/** A word as the index keeps it: without accents, by its Spanish root. Words that say nothing are left out. */
export function processTerm(term: string): string | null {
  const plain = term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (common.has(plain)) return null;
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
}

/** How both the build and the page set the index up. */
export const options = {
  fields: ['title', 'within', 'text'],
  storeFields: ['kind', 'title', 'href', 'within', 'text'],
  processTerm,
};

export const searchOptions = {
  prefix: (term: string) => term.length > 2,
  fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
  boost: { title: 4, within: 2 },
  combineWith: 'AND' as const,
};
