import type { Finding } from '../core/finding.ts';
import { rules } from '../generated/rules.ts';
import type { Rule, Subjects } from './rule.ts';

/** Runs every rule that looks at this kind of subject. */
export function runRules<Over extends keyof Subjects>(over: Over, subject: Subjects[Over]): readonly Finding[] {
  return rules.filter(({ rule }) => rule.over === over).flatMap(({ rule }) => (rule as Rule<Over>).findings(subject));
}
