import { own } from '../../core/own.ts';

const unit: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/**
 * Seconds in a duration as Go and protobuf write it: `1.5s`, `100ms`, `1h2m`.
 * @returns undefined for anything else
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function seconds(duration: unknown): number | undefined {
  if (typeof duration !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(duration)) return undefined;
  let total = 0;
  for (const [, amount, name] of duration.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (own(unit, name ?? 's') ?? 1);
  }
  return Math.round(total * 1e9) / 1e9;
}
