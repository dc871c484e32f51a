import { own } from '../../../core/own.ts';

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
 * @returns undefined for what is neither, and for what is too large
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
 */
export function readNumber(written: string): number | undefined {
  const text = written.trim().replaceAll('_', '').toLowerCase();
  const sign = text.startsWith('-') ? -1 : 1;
  const bare = text.replace(/^[+-]\s*/, '');
  if (bare === 'inf') return sign * Number.POSITIVE_INFINITY;
  if (bare === 'nan') return Number.NaN;
  if (/^(?:\d+(?:ms|[smhdwy]))+$/.test(bare)) return sign * durationOf(bare);
  // A zero in front makes whole numbers octal, as in Go.
  const value = /^0[0-7]+$/.test(bare) ? Number.parseInt(bare, 8) : Number(bare);
  return bare === '' || !Number.isFinite(value) ? undefined : sign * value;
}

function durationOf(text: string): number {
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (own(units, unit) ?? 0),
    0,
  );
}

/**
 * The binary logarithm, to the last digit as Prometheus has it: of the fraction from a half to 1, and the power of two beside.
 * @see https://pkg.go.dev/math#Log2
 */
export function log2(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return Math.log2(value);
  let [fraction, power] = [value, 0];
  for (; fraction >= 1; power++) fraction /= 2;
  for (; fraction < 0.5; power--) fraction *= 2;
  return fraction === 0.5 ? power - 1 : Math.log(fraction) * Math.LOG2E + power;
}

/** A number as a label holds it: never with an exponent. */
export function written(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [digits = '', power] = String(value).split('e');
  if (power === undefined) return Object.is(value, -0) ? '-0' : digits;
  const [whole = '', part = ''] = digits.replace('-', '').split('.');
  const sign = value < 0 ? '-' : '';
  const exponent = Number(power);
  if (exponent > 0) return `${sign}${whole}${part.padEnd(exponent, '0')}`;
  return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${part}`;
}
