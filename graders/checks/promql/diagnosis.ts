import { memo } from '../../core/memo.ts';
import { ask, paceAsValue, type Sample, type Series, sameAnswer, sameValues } from '../../lab/telemetry/index.ts';

/** `labels`: right values under other labels; `percent`: a hundred times the part; `counter`: no `rate`; `reporters`: counted twice. */
export type Mistake = 'labels' | 'percent' | 'counter' | 'reporters';

/** The one thing that keeps a query from being right, where a change of that thing alone makes it so. */
export function mistakeOf(
  query: string,
  found: readonly Sample[],
  wanted: readonly Sample[],
  series: readonly Series[],
): Mistake | undefined {
  const isRight = (samples: readonly Sample[]): boolean => sameAnswer(samples, wanted);
  const rightOver = (others: readonly Series[]): boolean => {
    const answer = ask(query, others);
    return 'samples' in answer && isRight(answer.samples);
  };
  if (found.length === wanted.length) {
    if (sameValues(found, wanted)) return 'labels';
    if (isRight(found.map((one) => ({ ...one, value: one.value / 100 })))) return 'percent';
  }
  const { source, destination, asValues } = variantsOf(series);
  if (rightOver(source) || rightOver(destination)) return 'reporters';
  return rightOver(asValues) ? 'counter' : undefined;
}

/** The same series as they would be without one of the mistakes. */
const variantsOf = memo((series: readonly Series[]) => ({
  source: series.filter(({ labels }) => labels.reporter === 'source'),
  destination: series.filter(({ labels }) => labels.reporter === 'destination'),
  asValues: series.map(paceAsValue),
}));
