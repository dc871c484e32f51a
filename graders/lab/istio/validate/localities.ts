import type { Span } from '../../../core/span.ts';
import type { Judged } from './judged.ts';

interface Locality {
  readonly value: string;
  readonly at: Span;
}

/** Localities of one list: each of up to three parts, none of them covered by an earlier one. */
export function checkLocalities(localities: readonly Locality[], judged: Judged): void {
  const seen: string[][] = [];
  for (const { value, at } of localities) {
    const [region = '', zone, ...rest] = value.split('/');
    const parts = [region, ...(zone === undefined ? [] : [zone]), ...(rest.length > 0 ? [rest.join('/')] : [])];
    const star = value.indexOf('*');
    if ((star !== -1 && star !== value.length - 1) || parts.includes('')) {
      judged.refuse('locality', at, { value });
      return;
    }
    if (seen.some((other) => overlaps(other, parts))) {
      judged.refuse('localityOverlap', at, { value });
      return;
    }
    seen.push(parts);
  }
}

function overlaps(earlier: readonly string[], parts: readonly string[]): boolean {
  const shared = Math.min(earlier.length, parts.length);
  return earlier.slice(0, shared).every((part, index) => part === '*' || part === parts[index]);
}
