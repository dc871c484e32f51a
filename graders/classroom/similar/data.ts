import { plainWords } from '../../core/plain-letters.ts';
import { mostFacts, runsOf } from './normal.ts';

/** What a string becomes: a name that was chosen turns into a placeholder. */
export type Rename = (text: string) => string;

/** Data as text that is equal for equal data, whatever the order of its keys. */
export function canonical(value: unknown, rename: Rename): string {
  return JSON.stringify(sorted(value, rename));
}

function sorted(value: unknown, rename: Rename): unknown {
  if (typeof value === 'string') return isProse(value) ? plainWords(value).join(' ') : rename(value);
  if (Array.isArray(value)) return value.map((item) => sorted(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  // As pairs: a student's key may be `__proto__`.
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner, rename)]);
}

/** The leaves of data, each with its path: `spec.replicas=3`. Items of a list count as a set; sentences, by runs of words. */
export function leavesOf(value: unknown, rename: Rename, path = ''): readonly string[] {
  const found: string[] = [];
  collect(value, rename, path, found);
  return found;
}

function collect(value: unknown, rename: Rename, path: string, found: string[]): void {
  if (found.length >= mostFacts) return;
  if (typeof value === 'string' && isProse(value))
    found.push(...runsOf(plainWords(value), 4).map((run) => `${path}~${run}`));
  else if (Array.isArray(value)) for (const item of value) collect(item, rename, `${path}[]`, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, rename, path === '' ? key : `${path}.${key}`, found);
  } else found.push(`${path}=${typeof value === 'string' ? rename(value) : JSON.stringify(value)}`);
}

/** A sentence, and not a name or a value. */
const isProse = (text: string): boolean => /\S\s+\S+\s+\S/.test(text);
