const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/**
 * A number or a duration (`5m`, `1h30m`), in seconds for durations.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
 */
export function readNumber(written: string): number | undefined {
  const text = written.trim().replaceAll('_', '').toLowerCase();
  const sign = text.startsWith('-') ? -1 : 1;
  const bare = text.replace(/^[+-]/, '');
  if (bare === 'inf') return sign * Number.POSITIVE_INFINITY;
  if (bare === 'nan') return Number.NaN;
  if (/^(?:\d+(?:ms|[smhdwy]))+$/.test(bare)) return sign * durationOf(bare);
  const value = Number(bare);
  return bare === '' || Number.isNaN(value) ? undefined : sign * value;
}

function durationOf(text: string): number {
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
}
