import { isQualifiedName } from '../../../model/workloads/names.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';

/**
 * What a pod may read about itself, in a variable or in a file.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields
 */

/** Whether a path names one label or annotation, as `metadata.labels['app']` does. */
export function isOneOfMap(path: string): boolean {
  const [, map, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/s.exec(path) ?? [];
  return map !== undefined && isQualifiedName(map === 'annotations' ? key.toLowerCase() : key);
}

/** What a file of the downward API may hold. */
const inFiles = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

export const isFileField = (path: string): boolean => inFiles.includes(path) || isOneOfMap(path);

const resourceField = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.*)$/s;

export const isResourceField = (path: string): boolean => resourceField.test(path);

const cpu = ['1', '1m'];
const bytes = ['1', ...['k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit) => `1${unit}`)];
const amounts = (units: readonly string[]) => new Set(units.map((unit) => parseQuantity(unit)));
const cpuUnits = amounts(cpu);
const byteUnits = amounts(bytes);

/** Whether the divisor of a resource is one of its units; 0, or none, is the usual one. */
export function isDivisor({ resource, divisor }: { readonly resource?: unknown; readonly divisor?: unknown }): boolean {
  const amount = parseQuantity(divisor ?? '0');
  if (amount === undefined || amount === 0n) return true;
  return (/^(?:limits|requests)\.cpu$/.test(String(resource)) ? cpuUnits : byteUnits).has(amount);
}
