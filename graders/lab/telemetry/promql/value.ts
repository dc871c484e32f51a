import { memo } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import type { Series } from '../series/series.ts';
import { refused } from './expression.ts';

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
  | Matrix;

/** Series over a window that ends now, or `offset` seconds ago. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly series: readonly Series[];
  readonly seconds: number;
  readonly offset: number;
}

export const vector = (samples: readonly Sample[]): Value => ({ kind: 'vector', samples });

/** A text that is the same for the same labels, however they are ordered. */
export function signature(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Some labels of a set. It and `without` are most of what a query costs: they build no list on the way. */
export function only(labels: Labels, kept: readonly string[]): Labels {
  const left: Record<string, string> = {};
  for (const name of kept) {
    const value = own(labels, name);
    if (value !== undefined) left[name] = value;
  }
  return left;
}

/** A set of labels but for some. */
export function without(labels: Labels, dropped: readonly string[]): Labels {
  const left: Record<string, string> = {};
  for (const name in labels) if (!dropped.includes(name)) left[name] = own(labels, name) ?? '';
  return left;
}

/** Series keep their labels, whatever is asked of them. */
export const unnamed: (labels: Labels) => Labels = memo((labels) => without(labels, ['__name__']));

/**
 * Samples that are no longer those of a metric.
 * @param what the function or operator that makes them so
 * @throws QueryRefused when nothing else told two of them apart
 */
export function nameless(samples: readonly Sample[], what: string): readonly Sample[] {
  const bare = samples.map(({ labels, value }) => ({ labels: unnamed(labels), value }));
  const names = new Set(samples.map(({ labels }) => labels.__name__));
  return names.size > 1 ? distinct(bare, what) : bare;
}

/** @throws QueryRefused when two samples have the same labels */
export function distinct(samples: readonly Sample[], what: string): readonly Sample[] {
  if (new Set(samples.map(({ labels }) => signature(labels))).size < samples.length) throw refused('duplicates', what);
  return samples;
}

/** @throws QueryRefused for what is no instant vector */
export function samplesOf(value: Value | undefined, what: string): readonly Sample[] {
  if (value?.kind !== 'vector') throw refused('instant-needed', what);
  return value.samples;
}

/** @throws QueryRefused for what is no number */
export function scalarOf(value: Value | undefined, what: string): number {
  if (value?.kind !== 'scalar') throw refused('scalar-needed', what);
  return value.value;
}

/** @throws QueryRefused for what is no window */
export function matrixOf(value: Value | undefined, what: string): Matrix {
  if (value?.kind !== 'matrix') throw refused('range-needed', what);
  return value;
}

/** @throws QueryRefused for what is no text */
export function textOf(value: Value | undefined, what: string): string {
  if (value?.kind !== 'text') throw refused('text-needed', what);
  return value.value;
}

/** @throws QueryRefused for what is no text, or an empty one */
export function labelOf(value: Value | undefined, what: string): string {
  const name = textOf(value, what);
  if (name === '') throw refused('text-needed', what);
  return name;
}

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
