import { type Fields, fields, textPairs } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';
import type { ResponseHeader } from '../outcome.ts';

/** A `headers` block, and the part of the answers that it changes. */
export interface HeadersPart {
  readonly headers: unknown;
  /** From 0 to 1. */
  readonly share: number;
}

/**
 * The operations on the answer, of the destination and then of its route, as Envoy carries them out: `remove`, `set`, `add`.
 * The same operation of several destinations is told once, with its whole share.
 * @returns undefined when nothing changes the answer
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export function responseHeadersOf(parts: readonly HeadersPart[]): readonly ResponseHeader[] | undefined {
  const merged = new Map<string, ResponseHeader>();
  for (const { headers, share } of parts) {
    for (const operation of operationsOf(fields(fields(headers).response))) {
      const key = JSON.stringify(operation);
      merged.set(key, { ...operation, share: (merged.get(key)?.share ?? 0) + share });
    }
  }
  return merged.size > 0 ? [...merged.values()] : undefined;
}

function operationsOf({ remove, set, add }: Fields): readonly Omit<ResponseHeader, 'share'>[] {
  const valued = (operation: 'set' | 'add', block: unknown) =>
    textPairs(block).map(([name, value]) => ({ operation, name: name.toLowerCase(), value }));
  return [
    ...texts(remove as never).map((name) => ({ operation: 'remove', name: name.toLowerCase() }) as const),
    ...valued('set', set),
    ...valued('add', add),
  ];
}
