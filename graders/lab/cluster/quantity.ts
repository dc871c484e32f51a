const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The number a quantity stands for, in its base unit: bytes for memory, cores for CPU (`100m` is 0.1).
 * @returns undefined for a text that is no quantity
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/.exec(value);
  if (!match) return undefined;
  const [, digits, suffix = '', exponent] = match;
  return Number(digits) * (exponent === undefined ? (suffixes[suffix] ?? 1) : 10 ** Number(exponent));
}

/** A quantity in thousandths, as the scheduler and the autoscaler count CPU; parts of a thousandth round up. */
export function milli(value: unknown): number | undefined {
  const amount = quantity(value);
  return amount === undefined ? undefined : Math.ceil(Number((amount * 1000).toPrecision(12)));
}

const binary = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'] as const;

/** An amount as a person writes it for a resource: `250m` of CPU, `64Mi` of memory, `3` pods. */
export function quantityText(resource: string, amount: number): string {
  const name = resource.slice(resource.lastIndexOf('.') + 1);
  if (name === 'cpu' && !Number.isInteger(amount)) return `${Math.ceil(Number((amount * 1000).toPrecision(12)))}m`;
  if (!/^(?:memory|storage|ephemeral-storage)$/.test(name) && !name.startsWith('hugepages')) return String(amount);
  const unit = binary.find((candidate) => amount !== 0 && amount % (suffixes[candidate] ?? 1) === 0);
  return unit ? `${amount / (suffixes[unit] ?? 1)}${unit}` : String(amount);
}
