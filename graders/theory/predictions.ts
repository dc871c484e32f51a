import { type Finding, finding, withAnswer } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Text } from '../core/text.ts';
import type { Trace } from '../core/trace.ts';
import type { Literal } from '../model/literal/literal.ts';
import { prediction } from './findings.ts';
import { isBlank, notAnOption, notAnswered, notOfShape, type Section, tableSection, withoutTable } from './section.ts';
import { type Graded, net } from './share.ts';
import { untilDecided } from './until-decided.ts';

export interface Option {
  /** Kebab-case; what the student writes. */
  readonly id: string;
  readonly text: Text;
  /** The value of the lab it stands for; its id when omitted. */
  readonly means?: string | number | boolean | null;
  /** For numbers: the values it stands for, both ends included. */
  readonly between?: readonly [number, number];
}

/** A question whose answer the lab computes. */
export interface Question {
  /** Kebab-case; the key of the prediction in the answer. */
  readonly id: string;
  readonly question: Text;
  /** Without options the prediction is a number. */
  readonly options?: readonly [Option, ...Option[]];
  /** For numbers: how far from the lab's value still counts, in the same unit; 0 when omitted. */
  readonly tolerance?: number;
  /** Shown after a prediction that does not come true: why it happens. */
  readonly explanation: Text;
}

/**
 * Grades predictions against what the lab does.
 * @param happen runs a question's scenario: the value that came out and the trace that proves it
 */
export function gradePredictions(
  literal: Literal,
  name: string,
  questions: readonly Question[],
  happen: (question: Question) => { readonly value: Json; readonly trace: Trace },
): Graded {
  const section = tableSection(literal, name, questions);
  if (!section.isTable) return withoutTable(section);
  const wrong = questions.map((question) => problemOf(section, question, happen));
  const findings = [...section.findings, ...wrong.filter((found) => found !== undefined)];
  return { findings, share: net(wrong.map((found) => (found ? 0 : 1))) };
}

function problemOf(
  section: Section,
  question: Question,
  happen: Parameters<typeof gradePredictions>[3],
): Finding | undefined {
  const predicted = section.valueOf(question.id);
  if (isBlank(predicted)) return notAnswered(section, question);
  const misfit = notOfTheKind(section, question, predicted as Json);
  if (misfit) return misfit;
  const { value, trace } = happen(question);
  const happened = inWordsOfTheAnswer(question, value);
  if (agrees(predicted as Json, happened, question.tolerance ?? 0)) return undefined;
  const asked = { question: question.question, predicted: wordOf(question, predicted as Json) };
  const result = { happened: wordOf(question, happened), explanation: question.explanation };
  const found = finding(prediction, 'differs', section.at(question.id), asked, untilDecided(trace));
  return withAnswer(found, prediction, 'happened', result, trace);
}

function notOfTheKind(section: Section, { id, options }: Question, predicted: Json): Finding | undefined {
  if (!options) {
    const expected: Text = { es: 'un número, sin comillas', en: 'a number, without quotes' };
    if (typeof predicted === 'number') return undefined;
    return notOfShape(section, id, expected);
  }
  const ids = options.map((option) => option.id);
  return ids.includes(predicted as string) ? undefined : notAnOption(section, id, predicted, ids);
}

/** The option that stands for a value of the lab; by default true is `si` and false is `no`. */
function inWordsOfTheAnswer({ options }: Question, value: Json): Json {
  const option = options?.find(({ means, between }) => (between ? isBetween(value, between) : means === value));
  return option?.id ?? (typeof value === 'boolean' ? (value ? 'si' : 'no') : value);
}

function isBetween(value: Json, [from, to]: readonly [number, number]): boolean {
  return typeof value === 'number' && value >= from && value <= to;
}

function agrees(predicted: Json, happened: Json, tolerance: number): boolean {
  if (typeof predicted !== 'number' || typeof happened !== 'number') return predicted === happened;
  return Math.abs(predicted - happened) <= tolerance + Number.EPSILON;
}

function wordOf({ options }: Question, value: Json): Json {
  return options?.find(({ id }) => id === value)?.text ?? value;
}
