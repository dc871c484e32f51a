import { own } from '../../core/own.ts';

/** Powers of ten of the decimal suffixes. */
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** Powers of two of the binary suffixes. */
const binary: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;
const nano = 9;

/** The most that a quantity with a binary suffix may be, in either direction; the others have no bound. */
const most = (2n ** 63n - 1n) * 10n ** 9n;

/** Powers of ten beyond it are the same to everybody: far too much, or next to nothing. */
const farthest = 400;

/**
 * Reads a quantity (`500m`, `1.5Gi`, `2e3`, `1`) exactly.
 * @returns the amount in billionths of the unit, rounded away from zero as the API server does; undefined when the text
 * is no quantity
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 * @see https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/api/resource/quantity.go
 */
export function parseQuantity(quantity: unknown): bigint | undefined {
  if (typeof quantity !== 'string' && typeof quantity !== 'number') return undefined;
  const [matched, sign, whole = '', fraction = '', suffix = '', written] = shape.exec(String(quantity)) ?? [];
  if (matched === undefined || matched === '') return undefined;
  const digits = BigInt(whole + fraction);
  const shift = own(binary, suffix);
  const exponent = shift === undefined ? exponentOf(suffix, written) : 0;
  const short = isShort(whole, fraction, shift, exponent);
  // A suffix or a point alone is nothing of it, where the short way is taken; the long one asks for digits.
  if (digits === 0n) return whole + fraction === '' && !short ? undefined : 0n;
  const exact = scale(shift === undefined ? digits : digits << shift, within(exponent) + nano - fraction.length);
  const amount = shift !== undefined && exact > most ? most : exact;
  return sign === '-' ? -amount : amount;
}

const exponentOf = (suffix: string, written: string | undefined): number =>
  written === undefined ? (own(decimal, suffix) ?? 0) : Number(written);

/** Whether the API server reads a quantity as a whole number and a scale, without looking at its text again. */
function isShort(whole: string, fraction: string, shift: bigint | undefined, exponent: number): boolean {
  const length = Math.max(1, whole.replace(/^0+/, '').length);
  if (shift !== undefined) return fraction === '' && 14 - length - Math.trunc((Number(shift) * 3) / 10) >= 0;
  return length + fraction.length <= 18 && exponent - fraction.length >= -nano;
}

/** A quantity in thousandths (`cpu: 500m` → 500), rounded up; undefined when the text is no quantity. */
export function milliValue(quantity: unknown): number | undefined {
  return roundedUp(quantity, 1_000_000n);
}

/** A quantity in whole units (`memory: 1Ki` → 1024), rounded up; undefined when the text is no quantity. */
export function wholeValue(quantity: unknown): number | undefined {
  return roundedUp(quantity, 1_000_000_000n);
}

/** Thousandths as the API server writes them: without a unit where they are whole ones, and as short as it gets. */
export function milliText(thousandths: number): string {
  let amount = BigInt(Math.trunc(thousandths));
  if (amount === 0n) return '0';
  const suffixes = ['m', '', 'k', 'M', 'G', 'T', 'P', 'E'];
  let at = 0;
  while (at < suffixes.length - 1 && amount % 1000n === 0n) {
    amount /= 1000n;
    at++;
  }
  return `${amount}${suffixes[at]}`;
}

function roundedUp(quantity: unknown, unit: bigint): number | undefined {
  const nanos = parseQuantity(quantity);
  if (nanos === undefined) return undefined;
  return Number(nanos >= 0n ? ceiling(nanos, unit) : nanos / unit);
}

const within = (exponent: number): number => Math.max(-farthest, Math.min(farthest, exponent));

function scale(digits: bigint, power: number): bigint {
  return power >= 0 ? digits * 10n ** BigInt(power) : ceiling(digits, 10n ** BigInt(-power));
}

const ceiling = (amount: bigint, unit: bigint): bigint => (amount + unit - 1n) / unit;
