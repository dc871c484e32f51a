import { guarded } from '../core/fault/fault.ts';
import type { Finding } from '../core/finding.ts';
import { lazy } from '../core/lazy.ts';
import type { Span } from '../core/span.ts';
import { rules } from '../generated/rules.ts';
import type { Rule, Subjects } from './rule.ts';

/** Every rule that looks at this kind of subject. */
export function rulesOver<Over extends keyof Subjects>(over: Over): readonly Rule<Over>[] {
  return bySubject[over]() as readonly Rule<Over>[];
}

const bySubject: { readonly [Over in keyof Subjects]: () => readonly Rule[] } = {
  dockerfile: lazy(() => thoseOver('dockerfile')),
  manifests: lazy(() => thoseOver('manifests')),
};

const thoseOver = (over: keyof Subjects): readonly Rule[] =>
  rules.flatMap(({ rule }) => (rule.over === over ? [rule] : []));

/**
 * Runs every rule that looks at this kind of subject. One that breaks says so, and takes no other with it.
 * @param at where that is said
 */
export function runRules<Over extends keyof Subjects>(
  over: Over,
  subject: Subjects[Over],
  at: Span,
): readonly Finding[] {
  return rulesOver(over).flatMap((rule) => guarded(at, () => rule.findings(subject)));
}
