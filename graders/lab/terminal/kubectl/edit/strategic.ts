import { mergePatch } from '../../../../model/kustomize/merge.ts';
import type { Fields } from '../../../cluster/index.ts';

/** Lays a patch over an object: by the keys of its lists for the kinds of Kubernetes (strategic), or lists as a whole (merge). */
export const merged = (base: Fields, patch: Fields, strategic: boolean): Fields =>
  plain(mergePatch(base, patch, strategic) ?? {}) as Fields;

/** Ordinary objects, whatever a merge made. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) === Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** Whether the server merges the lists of a kind: it does for its own, and replaces those of custom resources. */
export const isStrategic = (group: string): boolean =>
  !group.includes('.') || (group.endsWith('.k8s.io') && !group.startsWith('gateway.'));
