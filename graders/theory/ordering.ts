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
 * Grades an order of steps against the dependencies between them: any topological order is right. The share is the
 * number of steps before the first one that breaks, as in Proof Blocks; each step too many takes one away at the end.
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
  let sound = 0;
  let isBroken = false;
  for (const [index, given] of items.entries()) {
    const problem = problemOf(given, done, all, steps, foreign, () => literal.at(name, index));
    if (problem && isNew(problem, told)) findings.push(problem);
    isBroken ||= problem !== undefined || lacks(given, done, steps);
    if (!isBroken) sound++;
    done.add(given);
  }
  const known = [...done].filter((given) => steps.some(({ id }) => id === given)).length;
  const extra = items.length - known;
  const missing = steps.filter(({ id }) => !done.has(id));
  findings.push(...missingFindings(missing, items.length === 0, literal.at(name)));
  const earned = Math.max(0, Math.min(sound, steps.length - extra));
  return { findings, share: steps.length === 0 ? 1 : earned / steps.length };
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

/** Whether a step comes before something it needs, or without it. */
function lacks(given: Json, done: ReadonlySet<Json>, steps: readonly Step[]): boolean {
  const step = steps.find(({ id }) => id === given);
  return step?.after?.some((dependency) => !done.has(dependency.step)) ?? false;
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
