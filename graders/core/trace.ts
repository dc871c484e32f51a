import type { Json } from './json.ts';
import type { DataFor, Messages } from './messages.ts';
import type { Span } from './span.ts';
import type { Stage } from './stage.ts';

/** The object of the cluster that took a decision. */
export interface ResourceRef {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** One decision on the way: who decided, what, and the lines that made it so. Facts only; words are added at the edge. */
export interface Hop {
  readonly stage: Stage;
  /** `<area>/<key>`: an entry of the hop messages of a part of the lab. Ask for it with `says`. */
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
  stage: Stage,
  message: K,
  data: DataFor<M[K]>,
  where: { readonly resource?: ResourceRef; readonly at?: Span } = {},
): Hop {
  return { stage, message: `${from.area}/${message}`, data, ...where };
}

/** The keys of the sentences of a part of the lab. */
export type HopKey<H extends HopMessages> = keyof H['messages'] & string;

/** Whether a decision says one of some sentences of a part of the lab; the compiler knows which there are. */
export function says<M extends Messages>(
  decision: Hop | undefined,
  { area }: HopMessages<M>,
  ...keys: readonly (keyof M & string)[]
): boolean {
  return decision !== undefined && keys.some((key) => decision.message === `${area}/${key}`);
}

/** Whether a part of the lab took a decision. */
export const isSaidBy = ({ message }: Hop, { area }: HopMessages): boolean => message.startsWith(`${area}/`);
