/** A PromQL expression, as far as the lab evaluates it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'selector'; readonly matchers: readonly Matcher[]; readonly offset: number }
  | { readonly kind: 'range'; readonly selector: Selector; readonly seconds: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'aggregate';
      readonly op: string;
      readonly args: readonly Expression[];
      readonly labels: readonly string[];
      readonly without: boolean;
    }
  | { readonly kind: 'negative'; readonly of: Expression }
  | Binary;

export type Selector = Extract<Expression, { kind: 'selector' }>;

export interface Binary {
  readonly kind: 'binary';
  readonly op: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly bool: boolean;
  readonly matching: Matching;
}

/** Which labels pair the series of both sides, and which side may have several for one of the other. */
export interface Matching {
  readonly on: boolean;
  readonly labels: readonly string[];
  readonly many: 'left' | 'right' | undefined;
  /** Labels the many side takes from the other. */
  readonly include: readonly string[];
}

/** A condition on a label; the name of the metric is the label `__name__`. */
export interface Matcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** Offsets in the text of the query. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Why a query gives no value. `unmodelled`: it may be right, and this lab cannot tell. `syntax` and `type`: Prometheus
 * refuses it too.
 */
export type QueryProblem =
  | ({ readonly kind: 'syntax'; readonly escape?: true } & Piece)
  | ({ readonly kind: 'unmodelled'; readonly what: string } & Piece)
  | { readonly kind: 'type'; readonly reason: TypeReason; readonly what: string };

export type TypeReason =
  | 'range-needed'
  | 'instant-needed'
  | 'selector-needed'
  | 'scalar-needed'
  | 'text-needed'
  | 'bool-needed'
  | 'no-bool'
  | 'no-grouping'
  | 'many-to-many'
  | 'bad-regex'
  | 'arguments'
  | 'empty-selector'
  | 'duplicates';

/** Leaves reading or evaluating a query; it never leaves the folder. */
export class QueryRefused extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Prometheus refuses to evaluate it. @param what the function or operator that is given something else */
export const refused = (reason: TypeReason, what: string): QueryRefused =>
  new QueryRefused({ kind: 'type', reason, what });

/** It may be right, and this lab cannot tell. @param what the part that is not modelled, wherever it stands */
export const unmodelled = (what: string): QueryRefused =>
  new QueryRefused({ kind: 'unmodelled', what, from: 0, to: 0 });
