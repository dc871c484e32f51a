import type { Json } from './json.ts';
import type { DataFor, Messages } from './messages.ts';
import type { Span } from './span.ts';

/** The object of the cluster that took a decision. */
export interface ResourceRef {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** One decision on the way: who decided, what, and the lines that made it so. Facts only; words are added at the edge. */
export interface Hop {
  /** The step of the real system, in its own vocabulary: `dns`, `route`, `subset`, `endpoint`, `admission`, … */
  readonly stage: string;
  /** `<area>/<key>`: an entry of the hop messages of a part of the lab. */
  readonly message: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly resource?: ResourceRef;
  readonly at?: Span;
}

/** What happened and every decision that led there. The shape of the outcome belongs to each part of the lab. */
export interface Trace<Outcome = Json> {
  readonly hops: readonly Hop[];
  readonly outcome: Outcome;
}

/** The hop sentences of one part of the lab; exported as `hops` from a file named `hops.ts`, where the catalogue finds them. */
export interface HopMessages<M extends Messages = Messages> {
  readonly area: string;
  readonly messages: M;
}

export function hopMessages<const M extends Messages>(area: string, messages: M): HopMessages<M> {
  return { area, messages };
}

/** Builds a hop whose facts are checked against the holes of its sentence. */
export function hop<M extends Messages, K extends keyof M & string>(
  from: HopMessages<M>,
  stage: string,
  message: K,
  data: DataFor<M[K]>,
  where: { readonly resource?: ResourceRef; readonly at?: Span } = {},
): Hop {
  return { stage, message: `${from.area}/${message}`, data, ...where };
}
