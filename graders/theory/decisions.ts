import { type Finding, finding } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Text } from '../core/text.ts';
import type { Literal } from '../model/literal/literal.ts';
import { decision } from './findings.ts';
import { isBlank, notAnOption, notAnswered, type Section, tableSection, withoutTable } from './section.ts';
import type { Graded } from './share.ts';

/** Something that can be chosen. */
export interface Alternative {
  /** Kebab-case; what the student writes. */
  readonly id: string;
  readonly text: Text;
}

/** What any choice must comply with in this case. */
export interface Constraint {
  readonly text: Text;
  /** The alternatives that do not comply, each with the reason. */
  readonly breaks: readonly { readonly choice: string; readonly why: Text }[];
}

/** A statement that speaks for some alternatives, or against them when it is a counterpoint. */
export interface Argument {
  /** Kebab-case; names the topic, never for whom it speaks. */
  readonly id: string;
  readonly text: Text;
  /** The alternatives it is an argument about; none for what is false or beside the point. */
  readonly about: readonly string[];
  /** Shown when it is given for another alternative: why it says nothing about that one. */
  readonly refutation: Text;
  /** The misconception it shows to rely on it, by its slug. */
  readonly misconception?: string;
}

/** A case with hard constraints, where more than one choice may be right. */
export interface Decision {
  readonly question: Text;
  readonly choices: readonly Alternative[];
  readonly constraints: readonly Constraint[];
  /** What may be given in favor of a choice; two are asked for. */
  readonly evidence: readonly Argument[];
  /** What may be given as the price of a choice; one is asked for. */
  readonly counterpoints: readonly Argument[];
}

/** The keys of a decision in the answer, with what is asked under each. */
export const decisionKeys = {
  choice: 'eleccion',
  evidence: ['prueba', 'otra-prueba'],
  counterpoint: 'contrapunto',
} as const;

export const evidenceQuestion: Text = {
  es: 'Una prueba a favor de la elección',
  en: 'A piece of evidence for the choice',
};
export const otherEvidenceQuestion: Text = {
  es: 'Otra prueba a favor, distinta',
  en: 'Another piece of evidence for it',
};
export const counterpointQuestion: Text = { es: 'Lo que cuesta la elección', en: 'What the choice costs' };

/**
 * Grades a decision: a choice that breaks no constraint, two different pieces of evidence that support it, and one thing
 * it really costs. A choice that breaks a constraint earns nothing, whatever is said for it.
 */
export function gradeDecision(literal: Literal, name: string, asked: Decision): Graded {
  const { choice: choiceKey, evidence: evidenceKeys, counterpoint: counterKey } = decisionKeys;
  const section = tableSection(literal, name, [
    { id: choiceKey, question: asked.question },
    { id: evidenceKeys[0], question: evidenceQuestion },
    { id: evidenceKeys[1], question: otherEvidenceQuestion },
    { id: counterKey, question: counterpointQuestion },
  ]);
  if (!section.isTable) return withoutTable(section);
  const chosen = section.valueOf(choiceKey);
  const choice = asked.choices.find(({ id }) => id === chosen);
  if (!choice) return none([...section.findings, notChosen(section, choiceKey, asked.question, asked.choices, chosen)]);
  const broken = violations(section, choice, asked.constraints);
  if (broken.length > 0) return none([...section.findings, ...broken]);
  const [first, second] = evidenceKeys;
  const problems = [
    argue(section, first, evidenceQuestion, 'evidence', asked.evidence, choice),
    repeated(section) ?? argue(section, second, otherEvidenceQuestion, 'evidence', asked.evidence, choice),
    argue(section, counterKey, counterpointQuestion, 'counterpoint', asked.counterpoints, choice),
  ];
  const findings = [...section.findings, ...problems.filter((problem) => problem !== undefined)];
  return { findings, share: 0.4 + 0.2 * problems.filter((problem) => problem === undefined).length };
}

const none = (findings: readonly Finding[]): Graded => ({ findings, share: 0 });

function notChosen(
  section: Section,
  key: string,
  question: Text,
  options: readonly Alternative[],
  value: Json | undefined,
): Finding {
  if (isBlank(value)) return notAnswered(section, { id: key, question });
  const ids = options.map(({ id }) => id).sort();
  return notAnOption(section, key, value as Json, ids);
}

function violations(section: Section, choice: Alternative, constraints: readonly Constraint[]): readonly Finding[] {
  return constraints.flatMap(({ text, breaks }) =>
    breaks
      .filter((broken) => broken.choice === choice.id)
      .map(({ why }) => {
        const data = { choice: choice.text, constraint: text, why };
        return finding(decision, 'violates', section.at(decisionKeys.choice), data);
      }),
  );
}

function repeated(section: Section): Finding | undefined {
  const [first, second] = decisionKeys.evidence;
  const value = section.valueOf(second);
  if (isBlank(value) || section.valueOf(first) !== value) return undefined;
  return finding(decision, 'repeated', section.at(second), {});
}

function argue(
  section: Section,
  key: string,
  question: Text,
  message: 'evidence' | 'counterpoint',
  options: readonly Argument[],
  choice: Alternative,
): Finding | undefined {
  const value = section.valueOf(key);
  const argument = options.find(({ id }) => id === value);
  if (!argument) return notChosen(section, key, question, options, value);
  if (argument.about.includes(choice.id)) return undefined;
  const data = { argument: argument.text, choice: choice.text, refutation: argument.refutation };
  return finding(decision, message, section.at(key), data);
}

/** The alternatives that break no constraint. */
export function soundChoices({ choices, constraints }: Decision): readonly Alternative[] {
  const broken = new Set(constraints.flatMap(({ breaks }) => breaks.map(({ choice }) => choice)));
  return choices.filter(({ id }) => !broken.has(id));
}
