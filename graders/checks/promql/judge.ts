import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import type { Series } from '../../lab/telemetry/index.ts';
import type { QueryProblem } from '../../lab/telemetry/promql/expression.ts';
import { ask } from '../../lab/telemetry/promql/query.ts';
import { sameAnswer } from '../../lab/telemetry/promql/same.ts';
import type { Sample } from '../../lab/telemetry/promql/value.ts';
import { notModelled, syntax, type as typeFinding, value } from './findings.ts';
import type { PromqlQuestion } from './params.ts';

/** A query as written and where it stands. */
export interface Written {
  readonly query: string;
  readonly at: Span;
  /** The place of a piece of the query, where its text stands in the file as it is. */
  within(from: number, to: number): Span;
}

/** Grafana replaces its own variables before it asks Prometheus. */
export function resolved(query: string): string {
  return query.replace(/\$\{?__(?:rate_interval|interval|range)\}?/g, '5m');
}

/** In what a query differs from what its question asks, in the first world where it does. */
export function judgeQuery(
  written: Written,
  question: PromqlQuestion,
  worlds: readonly (readonly Series[])[],
): Finding | undefined {
  for (const series of worlds) {
    const answer = ask(resolved(written.query), series);
    if ('problem' in answer) return problemFinding(written, answer.problem);
    const wanted = wantedOf(question, series);
    if (!sameAnswer(answer.samples, wanted)) return differs(written, question, answer.samples, wanted, series);
  }
  return undefined;
}

/** @throws when the spec's own query gives no value: a mistake of its author */
export function wantedOf({ reference }: PromqlQuestion, series: readonly Series[]): readonly Sample[] {
  const answer = ask(reference, series);
  if ('problem' in answer || answer.samples.length === 0) throw new Error(`the reference gives nothing: ${reference}`);
  return answer.samples;
}

function differs(
  { query, at }: Written,
  { question, explanation, reference }: PromqlQuestion,
  found: readonly Sample[],
  wanted: readonly Sample[],
  series: readonly Series[],
): Finding {
  const because: Trace = { hops: [], outcome: { query, found: told(found), reference, wanted: told(wanted) } };
  const facts = { question, query, explanation };
  if (found.length === 0) return finding(value, 'empty', at, { ...facts, wanted: amounts(wanted) }, because);
  if (found.length !== wanted.length) {
    const counts = { n: found.length, wantedCount: wanted.length };
    return finding(value, 'series', at, { ...facts, ...counts }, because);
  }
  const data = { ...facts, found: amounts(found), wanted: amounts(wanted) };
  return finding(value, countsTwice(query, wanted, series) ? 'reporters' : 'differs', at, data, because);
}

/** The query would be right if only one side counted. */
function countsTwice(query: string, wanted: readonly Sample[], series: readonly Series[]): boolean {
  return ['source', 'destination'].some((reporter) => {
    const answer = ask(
      resolved(query),
      series.filter(({ labels }) => labels.reporter === reporter),
    );
    return 'samples' in answer && sameAnswer(answer.samples, wanted);
  });
}

/** Why a query gives nothing. */
export function problemFinding({ query, at, within }: Written, problem: QueryProblem): Finding {
  switch (problem.kind) {
    case 'syntax': {
      const { from, to } = problem;
      const found = query.slice(from, Math.max(to, from + 12)).trim();
      if (found === '') return finding(syntax, 'end', at, { query });
      return finding(syntax, 'unexpected', within(from, Math.max(to, from + 1)), { query, found });
    }
    case 'type':
      return finding(typeFinding, problem.reason, at, { what: problem.what });
    case 'unmodelled':
      return finding(notModelled, 'part', at, { what: problem.what });
  }
}

const told = (samples: readonly Sample[]): Json =>
  samples.map(({ labels, value: amount }) => ({ labels, value: Number.isFinite(amount) ? amount : String(amount) }));

/** At most five values, as a person reads them. */
export function amounts(samples: readonly Sample[]): Json {
  return samples.slice(0, 5).map(({ labels, value: amount }) => {
    const names = Object.values(labels).join(', ');
    const number = Number.isFinite(amount) ? Math.round(amount * 10_000) / 10_000 : String(amount);
    return names === '' ? `\`${number}\`` : `\`${number}\` (${names})`;
  });
}
