import { type Finding, finding } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import type { Literal } from '../model/literal/literal.ts';
import { order, section as sectionFinding } from './findings.ts';
import { listSection, shown } from './section.ts';
import type { Graded } from './share.ts';

export interface Step {
  /** Kebab-case; what the student writes in the list. */
  readonly id: string;
  readonly text: Text;
  /** Steps that must have happened before, each with the reason. */
  readonly after?: readonly Dependency[];
}

export interface Dependency {
  readonly step: string;
  readonly why: Text;
}

/** A step that looks plausible and is no part of the process. */
export interface ForeignStep {
  readonly id: string;
  readonly text: Text;
  readonly why: Text;
}

/**
 * Grades an order of steps against the dependencies between them: any topological order is right. Scored by
 * pairs: each step that comes after one it needs, directly or not, counts, and each that comes before it takes away; each
 * step too many takes away as much as one step.
 */
export function gradeOrdering(
  literal: Literal,
  name: string,
  steps: readonly Step[],
  foreign: readonly ForeignStep[] = [],
): Graded {
  const { items, findings: formProblems } = listSection(literal, name);
  if (formProblems.length > 0) return { findings: formProblems, share: 0 };
  const findings: Finding[] = [];
  const all = new Set(items);
  const done = new Set<Json>();
  const told = new Set<string>();
  for (const [index, given] of items.entries()) {
    const problem = problemOf(given, done, all, steps, foreign, () => literal.at(name, index));
    if (problem && isNew(problem, told)) findings.push(problem);
    done.add(given);
  }
  const known = [...done].filter((given) => steps.some(({ id }) => id === given)).length;
  const extra = items.length - known;
  const missing = steps.filter(({ id }) => !done.has(id));
  findings.push(...missingFindings(missing, items.length === 0, literal.at(name)));
  return { findings, share: Math.max(0, Math.min(1, inOrder(items, steps)) - extra / Math.max(1, steps.length)) };
}

/** Pairs of steps in order, less those the wrong way round, of all that depend on each other; missing steps have none. */
function inOrder(items: readonly Json[], steps: readonly Step[]): number {
  const pairs = dependencies(steps);
  const present = steps.filter(({ id }) => items.includes(id)).length;
  if (pairs.length === 0) return steps.length === 0 ? 1 : present / steps.length;
  const sum = pairs.reduce((total, [before, after]) => {
    const [first, then] = [items.indexOf(before), items.indexOf(after)];
    return first === -1 || then === -1 ? total : total + (first < then ? 1 : -1);
  }, 0);
  return sum / pairs.length;
}

/** Each step with each that it needs, directly or through others. */
function dependencies(steps: readonly Step[]): readonly (readonly [before: string, after: string])[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps.flatMap(({ id, after = [] }) => {
    const needed = new Set<string>();
    const open = after.map(({ step }) => step);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (needed.has(next) || next === id) continue;
      needed.add(next);
      open.push(...(byId.get(next)?.after ?? []).map(({ step }) => step));
    }
    return [...needed].map((before) => [before, id] as const);
  });
}

/** The same step wrong in the same way is told once, however often it is written. */
function isNew({ message, data }: Finding, told: Set<string>): boolean {
  const before = told.size;
  return told.add(JSON.stringify([message, data])).size > before;
}

/** What is missing is told once, however much it is. */
function missingFindings(missing: readonly Step[], nothing: boolean, at: Span): readonly Finding[] {
  const [first] = missing;
  if (!first) return [];
  if (nothing) return [finding(order, 'none', at, {})];
  if (missing.length === 1) return [finding(order, 'missing', at, { step: first.text })];
  const quoted = missing.map(({ text }): Text => ({ es: `«${text.es}»`, en: `"${text.en}"` }));
  return [finding(order, 'severalMissing', at, { n: missing.length, steps: quoted })];
}

/** @param all every step of the answer: one that needs a step that never comes is told by what is missing */
function problemOf(
  given: Json,
  done: ReadonlySet<Json>,
  all: ReadonlySet<Json>,
  steps: readonly Step[],
  foreign: readonly ForeignStep[],
  at: () => Span,
): Finding | undefined {
  const intruder = foreign.find(({ id }) => id === given);
  if (intruder) return finding(order, 'foreign', at(), { step: intruder.text, why: intruder.why });
  const step = steps.find(({ id }) => id === given);
  if (!step) {
    const options = [...steps, ...foreign].map(({ id }) => `\`${id}\``).sort();
    return finding(sectionFinding, 'value', at(), { value: shown(given), item: 'orden', options });
  }
  if (done.has(given)) return finding(order, 'repeated', at(), { step: step.text });
  const early = step.after?.find((dependency) => !done.has(dependency.step) && all.has(dependency.step));
  if (!early) return undefined;
  const before = steps.find(({ id }) => id === early.step)?.text ?? early.step;
  return finding(order, 'tooEarly', at(), { step: step.text, before, why: early.why });
}
