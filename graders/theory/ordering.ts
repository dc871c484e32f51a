import { type Finding, finding } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
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
 * number of steps before the first one that breaks, as in Proof Blocks.
 */
export function gradeOrdering(
  literal: Literal,
  name: string,
  steps: readonly Step[],
  foreign: readonly ForeignStep[] = [],
): Graded {
  const { items, findings: formProblems } = listSection(literal, name);
  const findings: Finding[] = [...formProblems];
  const done = new Set<Json>();
  let sound = 0;
  for (const [index, given] of items.entries()) {
    const problem = problemOf(given, done, steps, foreign, (...path) => literal.at(name, index, ...path));
    if (problem) findings.push(problem);
    else if (findings.length === 0) sound++;
    done.add(given);
  }
  const missing = formProblems.length > 0 ? [] : steps.filter(({ id }) => !done.has(id));
  findings.push(...missing.map(({ text }) => finding(order, 'missing', literal.at(name), { step: text })));
  return { findings, share: steps.length === 0 ? 1 : Math.min(1, sound / steps.length) };
}

function problemOf(
  given: Json,
  done: ReadonlySet<Json>,
  steps: readonly Step[],
  foreign: readonly ForeignStep[],
  at: Literal['at'],
): Finding | undefined {
  const intruder = foreign.find(({ id }) => id === given);
  if (intruder) return finding(order, 'foreign', at(), { step: intruder.text, why: intruder.why });
  const step = steps.find(({ id }) => id === given);
  if (!step) {
    const options = [...steps, ...foreign].map(({ id }) => `\`${id}\``).sort();
    return finding(sectionFinding, 'value', at(), { value: shown(given), item: 'orden', options });
  }
  if (done.has(given)) return finding(order, 'repeated', at(), { step: step.text });
  const early = step.after?.find((dependency) => !done.has(dependency.step));
  if (!early) return undefined;
  const before = steps.find(({ id }) => id === early.step)?.text ?? early.step;
  return finding(order, 'tooEarly', at(), { step: step.text, before, why: early.why });
}
