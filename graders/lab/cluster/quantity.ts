import { parseQuantity } from '../../model/workloads/quantities.ts';

export { milliValue as milli } from '../../model/workloads/quantities.ts';

/** The number a quantity stands for, in its base unit: bytes for memory, cores for CPU (`100m` is 0.1). */
export function quantity(value: unknown): number | undefined {
  const billionths = parseQuantity(value);
  return billionths === undefined ? undefined : Number(billionths) / 1e9;
}

const binary = [
  ['Ei', 2 ** 60],
  ['Pi', 2 ** 50],
  ['Ti', 2 ** 40],
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
  ['Ki', 2 ** 10],
] as const;

/** An amount as a person writes it for a resource: `250m` of CPU, `64Mi` of memory, `3` pods. */
export function quantityText(resource: string, amount: number): string {
  const name = resource.slice(resource.lastIndexOf('.') + 1);
  if (name === 'cpu' && !Number.isInteger(amount)) return `${Math.ceil(Number((amount * 1000).toPrecision(12)))}m`;
  if (!/^(?:memory|storage|ephemeral-storage)$/.test(name) && !name.startsWith('hugepages')) return String(amount);
  const unit = binary.find(([, size]) => amount !== 0 && amount % size === 0);
  return unit ? `${amount / unit[1]}${unit[0]}` : String(amount);
}
