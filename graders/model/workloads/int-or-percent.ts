/** A number of pods, or a share of them. */
export type IntOrPercent = { readonly pods: number } | { readonly percent: number };

/**
 * Reads fields such as `maxUnavailable`: a whole number or a text like `25%`.
 * @returns undefined for anything the API server would refuse: `"1"`, `25`%-less texts, negative numbers
 */
export function parseIntOrPercent(value: unknown): IntOrPercent | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? { pods: value } : undefined;
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  return percent === undefined ? undefined : { percent: Number(percent) };
}

/** How many pods it is out of a total. Budgets and surge round up, unavailable rounds down. */
export function podsOutOf(total: number, value: IntOrPercent, round: 'up' | 'down'): number {
  if ('pods' in value) return value.pods;
  const exact = (total * value.percent) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

export function isZero(value: IntOrPercent): boolean {
  return 'pods' in value ? value.pods === 0 : value.percent === 0;
}
