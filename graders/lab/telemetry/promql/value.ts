import type { Series } from '../series/series.ts';

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** What an expression evaluates to at one instant. */
export type Value =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'vector'; readonly samples: readonly Sample[] }
  | { readonly kind: 'matrix'; readonly series: readonly Series[]; readonly seconds: number };

export const vector = (samples: readonly Sample[]): Value => ({ kind: 'vector', samples });

/** A text that is the same for the same labels, however they are ordered. */
export function signature(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

export function only(labels: Labels, kept: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => kept.includes(name)));
}

export function without(labels: Labels, dropped: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !dropped.includes(name)));
}

export const unnamed = (labels: Labels): Labels => without(labels, ['__name__']);

/** Groups in the order in which each first appears. */
export function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}
