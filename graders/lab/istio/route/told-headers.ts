import { own } from '../../../core/own.ts';
import { type Fields, fields, textPairs } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';
import type { ResponseHeader } from '../outcome.ts';
import { isAuthority } from './headers.ts';

/** A `headers` block, and the part of the requests, or of their answers, that it changes. */
export interface HeadersPart {
  readonly headers: unknown;
  /** From 0 to 1. */
  readonly share: number;
}

/**
 * The operations on the request or its answer, of the destination and then of its route, as Envoy carries them out: `remove`, `set`, `add`.
 * The same operation of several destinations is told once, with its whole share.
 * Who is asked (`host`, `:authority`) is no header to Envoy, and is told as a rewrite.
 * @returns undefined when nothing changes
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export function headersOf(
  parts: readonly HeadersPart[],
  of: 'request' | 'response',
): readonly ResponseHeader[] | undefined {
  const merged = new Map<string, ResponseHeader>();
  for (const { headers, share } of parts) {
    for (const operation of operationsOf(fields(own(fields(headers), of)))) {
      if (of === 'request' && isAuthority(operation.name)) continue;
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
