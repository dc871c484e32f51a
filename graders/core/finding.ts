import type { Json } from './json.ts';
import type { DataFor, Messages } from './messages.ts';
import type { Span } from './span.ts';
import type { Text } from './text.ts';
import type { Trace } from './trace.ts';

/** `error`: it cannot work. `warning`: it works and will bite. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Something found in a source: facts without words, JSON-serialisable. */
export interface Finding {
  readonly id: string;
  /** A key of the descriptor's messages. */
  readonly message: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly at: Span;
  readonly severity: Severity;
  /** The proof: what the lab did that shows it. */
  readonly because?: Trace;
  /** Told on demand and not at first: who thinks again first learns more. */
  readonly answer?: Answer;
}

/** The result that a finding holds back, and why it is so, in a message of the same descriptor. */
export type Answer = Pick<Finding, 'message' | 'data' | 'because'>;

/**
 * All that is known about a kind of finding before one is found. A message says *what*; the `doc.md` of the descriptor
 * says *why* and *what to do*.
 */
export interface Descriptor<M extends Messages = Messages> {
  /** `<area>/<kebab-case>`, never reused: `docker/pin-base-image`, `schema/unknown-field`, `traffic/split`. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly messages: M;
  /** The same check in other tools: `DL3006`, `IST0101`, the name of a BuildKit check. */
  readonly related?: readonly string[];
}

export function descriptor<const M extends Messages>(about: Descriptor<M>): Descriptor<M> {
  return about;
}

/** Builds a finding whose facts are checked against the holes of its message. */
export function finding<M extends Messages, K extends keyof M & string>(
  about: Descriptor<M>,
  message: K,
  at: Span,
  data: DataFor<M[K]>,
  because?: Trace,
): Finding {
  const found = { id: about.id, message, data, at, severity: about.severity };
  return because ? { ...found, because } : found;
}

/** A finding that holds its result back. @param because the whole proof */
export function withAnswer<M extends Messages, K extends keyof M & string>(
  found: Finding,
  _about: Descriptor<M>,
  message: K,
  data: DataFor<M[K]>,
  because?: Trace,
): Finding {
  return { ...found, answer: because ? { message, data, because } : { message, data } };
}

/** What a finding holds back, as a finding. */
export function answerOf({ answer, ...found }: Finding): Finding | undefined {
  if (!answer) return undefined;
  const { because: _, ...rest } = found;
  return { ...rest, ...answer };
}

/** Orders findings as a person reads a file. */
export function byPlace(a: Finding, b: Finding): number {
  return a.at.path.localeCompare(b.at.path) || a.at.from - b.at.from || a.at.to - b.at.to || a.id.localeCompare(b.id);
}
