import type { Finding } from '../core/finding.ts';

/** Of findings with one cause (same kind, same sentence, same lines), the first tells the story. */
export function distinct(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const found of findings) {
    const key = [found.id, found.message, found.at.path, found.at.from, found.at.to].join(' ');
    if (!first.has(key)) first.set(key, found);
  }
  return [...first.values()];
}
