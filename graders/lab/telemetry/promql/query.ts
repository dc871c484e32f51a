import { remembered } from '../../../core/memo.ts';
import type { Series } from '../series/series.ts';
import { evaluate } from './evaluate.ts';
import { type QueryProblem, QueryRefused } from './expression.ts';
import { readQuery } from './read.ts';
import type { Sample } from './value.ts';

export type Answer = { readonly samples: readonly Sample[] } | { readonly problem: QueryProblem };

/**
 * Asks series a PromQL question at one instant; never throws. A scalar is one sample without labels.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export function ask(query: string, series: readonly Series[]): Answer {
  try {
    if (query.length > longest) return { problem: { kind: 'unmodelled', what: '…', from: 0, to: query.length } };
    const value = evaluate(read(query), series);
    if (value.kind === 'scalar') return { samples: [{ labels: {}, value: value.value }] };
    if (value.kind === 'vector') return { samples: value.samples };
    return { problem: { kind: 'type', reason: 'instant-needed', what: query } };
  } catch (thrown) {
    if (thrown instanceof QueryRefused) return { problem: thrown.problem };
    throw thrown;
  }
}

/** A query is asked of several worlds, and of each once more to find out what is wrong with it. */
const read = remembered(200, readQuery);

/** Characters: nobody draws a longer query, and the grammar gives up on what nests deeper than that. */
const longest = 2000;
