import { has } from '../../../core/own.ts';
import { fields, textPairs } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';
import type { Call } from '../call.ts';

/** Whether a header is who is asked. */
export const isAuthority = (name: string): boolean => ['host', ':authority'].includes(name.toLowerCase());

/**
 * Who is asked by the header operations of a block; `set` goes before `add`.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/route/route.go (`TranslateHeadersOperations`)
 */
export function authorityIn(block: unknown): string | undefined {
  const { set, add } = fields(fields(block).request);
  return [...textPairs(set), ...textPairs(add)].find(([name]) => isAuthority(name))?.[1];
}

/**
 * A call after the header operations of a route and of its destination: `remove`, `set`, `add`. Who is asked is no matter of headers.
 * @param blocks the `headers` blocks, in the order in which they act
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export function withHeaders(call: Call, blocks: readonly unknown[]): Call {
  const headers = new Map(call.headers);
  let changed = false;
  for (const block of blocks) {
    const operations = fields(fields(block).request);
    for (const name of texts(operations.remove as never)) changed = headers.delete(name.toLowerCase()) || changed;
    for (const [name, value] of [...textPairs(operations.set), ...textPairs(operations.add)]) {
      const key = name.toLowerCase();
      if (isAuthority(key)) continue;
      changed = true;
      if (has(fields(operations.add), key) && headers.has(key)) headers.set(key, `${headers.get(key)},${value}`);
      else headers.set(key, value);
    }
  }
  return changed ? { ...call, headers } : call;
}
