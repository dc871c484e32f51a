import { has } from '../../../core/own.ts';
import { fields, textPairs } from '../../../model/mesh/fields.ts';
import { texts } from '../../../model/workloads/values.ts';
import type { Call } from '../call.ts';

/**
 * A call after the header operations of a route and then of its destination: `remove`, `set`, `add`. Setting `host`
 * changes the authority.
 * @param blocks the `headers` blocks, in order
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export function withHeaders(call: Call, blocks: readonly unknown[]): Call {
  let { authority } = call;
  const headers = new Map(call.headers);
  let changed = false;
  for (const block of blocks) {
    const operations = fields(fields(block).request);
    for (const name of texts(operations.remove as never)) changed = headers.delete(name.toLowerCase()) || changed;
    for (const [name, value] of [...textPairs(operations.set), ...textPairs(operations.add)]) {
      changed = true;
      const key = name.toLowerCase();
      if (key === 'host' || key === ':authority') authority = value;
      else if (has(fields(operations.add), key) && headers.has(key)) headers.set(key, `${headers.get(key)},${value}`);
      else headers.set(key, value);
    }
  }
  return changed ? { ...call, headers, authority } : call;
}
