/**
 * Sums as Prometheus makes them: what rounding loses at each step is kept apart and given back at the end, so that ten
 * times 0.1 is 1.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/functions.go
 */
class Compensated {
  private lost = 0;

  constructor(private sum = 0) {}

  /** Adds a number, in the way of Neumaier: of the two, the smaller one loses digits. */
  add(value: number): void {
    const next = this.sum + value;
    if (Math.abs(next) === Number.POSITIVE_INFINITY) this.lost = 0;
    else if (Math.abs(this.sum) >= Math.abs(value)) this.lost += this.sum - next + value;
    else this.lost += value - next + this.sum;
    this.sum = next;
  }

  /** Whether one more number would be too much for a sum. */
  overflows(value: number): boolean {
    return Math.abs(this.sum + value) === Number.POSITIVE_INFINITY;
  }

  scale(factor: number): void {
    this.sum *= factor;
    this.lost *= factor;
  }

  get value(): number {
    return Math.abs(this.sum) === Number.POSITIVE_INFINITY ? this.sum : this.sum + this.lost;
  }

  /** A part of the value; divided before what was lost is given back. */
  over(count: number): number {
    return this.sum / count + this.lost / count;
  }
}

export function sum(values: readonly number[]): number {
  const total = new Compensated();
  for (const value of values) total.add(value);
  return total.value;
}

/** The mean: of the sum, and from where that would overflow on, one number after the other. */
export function mean(values: readonly number[]): number {
  const [first = Number.NaN, ...others] = values;
  const total = new Compensated(first);
  let stepwise = false;
  for (const [index, value] of others.entries()) {
    const count = index + 2;
    if (!stepwise && total.overflows(value)) {
      stepwise = true;
      total.scale(1 / (count - 1));
    }
    if (stepwise) {
      total.scale((count - 1) / count);
      total.add(value / count);
    } else total.add(value);
  }
  return stepwise ? total.value : total.over(values.length);
}

/** The variance, one number after the other: that of a constant is 0 whatever its digits. */
export function variance(values: readonly number[]): number {
  if (!Number.isFinite(values[0])) return Number.NaN;
  let average = 0;
  let squares = 0;
  for (const [index, value] of values.entries()) {
    const delta = value - average;
    average += delta / (index + 1);
    squares += delta * (value - average);
  }
  return squares / values.length;
}
