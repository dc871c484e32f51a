import { code } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { memo } from '../../core/memo.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import {
  ask,
  type QueryProblem,
  type Sample,
  type Series,
  sameAnswer,
  scrapeInterval,
  shortestWindow,
} from '../../lab/telemetry/index.ts';
import { amounts, onOneLine } from './amounts.ts';
import { mistakeOf } from './diagnosis.ts';
import { notModelled, syntax, type as typeFinding, value } from './findings.ts';
import type { PromqlQuestion } from './params.ts';

/** A query as written and where it stands. */
export interface Written {
  readonly query: string;
  /** What Prometheus is asked: without Grafana's variables. */
  readonly asked: string;
  readonly at: Span;
  /** The place of a piece of the query, where its text stands in the file as it is. */
  within(from: number, to: number): Span;
}

/** In what a query differs from what its question asks, in the first world where it does. */
export function judgeQuery(
  written: Written,
  question: PromqlQuestion,
  worlds: readonly (readonly Series[])[],
): Finding | undefined {
  for (const series of worlds) {
    const answer = ask(written.asked, series);
    if ('problem' in answer) return problemFinding(written, answer.problem);
    const wanted = wantedOf(question, series);
    if (!sameAnswer(answer.samples, wanted)) return differs(written, question, answer.samples, wanted, series);
  }
  return undefined;
}

/** Answers to the specs' own queries: series do not change between two answers that are graded against them. */
const answersOver = memo((_series: readonly Series[]) => new Map<string, readonly Sample[]>());

/**
 * What the spec's own query gives.
 * @throws when it gives no value: a mistake of its author
 */
export function wantedOf(
  { reference }: Pick<PromqlQuestion, 'reference'>,
  series: readonly Series[],
): readonly Sample[] {
  const known = answersOver(series);
  const before = known.get(reference);
  if (before) return before;
  const answer = ask(reference, series);
  if ('problem' in answer || answer.samples.length === 0) throw new Error(`the reference gives nothing: ${reference}`);
  known.set(reference, answer.samples);
  return answer.samples;
}

function differs(
  { query, asked, at }: Written,
  { question, explanation, reference }: PromqlQuestion,
  found: readonly Sample[],
  wanted: readonly Sample[],
  series: readonly Series[],
): Finding {
  const because: Trace = { hops: [], outcome: { query, found: told(found), reference, wanted: told(wanted) } };
  const facts = { question, query: onOneLine(query), explanation, wanted: amounts(wanted) };
  if (found.length === 0) {
    const window = shortestWindow(asked);
    if (window < 2 * scrapeInterval)
      return finding(value, 'window', at, { ...facts, window, interval: scrapeInterval }, because);
    return finding(value, 'empty', at, facts, because);
  }
  const data = { ...facts, found: amounts(found) };
  const mistake = mistakeOf(asked, found, wanted, series);
  if (mistake === 'labels') return finding(value, mistake, at, { ...data, labels: namesIn(wanted) }, because);
  if (mistake) return finding(value, mistake, at, data, because);
  if (found.length === wanted.length) return finding(value, 'differs', at, data, because);
  const counts = { n: found.length, wantedCount: wanted.length };
  return finding(value, 'series', at, { ...data, ...counts }, because);
}

const namesIn = (samples: readonly Sample[]): Json =>
  [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))].map(code);

/** Why a query gives nothing. */
export function problemFinding({ query, asked, at, within }: Written, problem: QueryProblem): Finding {
  switch (problem.kind) {
    case 'syntax': {
      const line = onOneLine(query);
      const { from, to, escape: isEscape } = problem;
      const place = asked === query ? within(from, Math.max(to, from + 1)) : at;
      if (isEscape) return finding(syntax, 'escape', place, { query: line, found: asked.slice(from, to) });
      const found = asked.slice(from, Math.max(to, from + 12)).trim();
      if (found === '') return finding(syntax, 'end', at, { query: line });
      return finding(syntax, 'unexpected', place, { query: line, found });
    }
    case 'type':
      return finding(typeFinding, problem.reason, at, { what: onOneLine(problem.what) });
    case 'unmodelled':
      return finding(notModelled, 'part', at, { what: onOneLine(problem.what) });
  }
}

const told = (samples: readonly Sample[]): Json =>
  samples.map(({ labels, value: amount }) => ({ labels, value: Number.isFinite(amount) ? amount : String(amount) }));
