import type { HttpMatch, HttpRoute } from '../../../model/mesh/http-route.ts';
import type { StringMatch } from '../../../model/mesh/string-match.ts';
import { isSet } from '../../../model/workloads/values.ts';

/**
 * Whether the conditions of a root and of its delegate can be joined. `istiod` joins prefixes and exact values that
 * narrow each other, and drops any pair in which the same field has a regular expression.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export function compatible(root: HttpMatch, leaf: HttpMatch): boolean {
  return (
    narrows(root.uri, leaf.uri) &&
    narrows(root.scheme, leaf.scheme) &&
    narrows(root.method, leaf.method) &&
    narrows(root.authority, leaf.authority) &&
    mapsNarrow(root.headers, leaf.headers) &&
    mapsNarrow(root.queryParams, leaf.queryParams) &&
    root.ignoreUriCase === leaf.ignoreUriCase &&
    (root.port === undefined || leaf.port === undefined || root.port === leaf.port)
  );
}

function narrows(root: StringMatch | undefined, leaf: StringMatch | undefined): boolean {
  if (!root || !leaf) return true;
  if (root.how === 'regex' || leaf.how === 'regex') return false;
  if (root.how === 'exact') return leaf.how === 'exact' && leaf.value === root.value;
  return root.how === 'present' || leaf.value.startsWith(root.value);
}

type Matches = HttpMatch['headers'];

function mapsNarrow(root: Matches, leaf: Matches): boolean {
  return root.every(([name, wanted]) => {
    const inner = leaf.find(([other]) => other === name);
    return !inner || narrows(wanted, inner[1]);
  });
}

/** What the delegate does not say, the root says for it. */
export function mergedRoute(root: HttpRoute, leaf: HttpRoute): HttpRoute {
  return {
    ...leaf,
    rewrite: leaf.rewrite ?? root.rewrite,
    timeout: leaf.timeout ?? root.timeout,
    retries: leaf.retries ?? root.retries,
    fault: leaf.fault ?? root.fault,
    mirrors: leaf.mirrors.length > 0 ? leaf.mirrors : root.mirrors,
    cors: leaf.cors ?? root.cors,
    headers: isSet(leaf.node.headers) ? leaf.headers : root.headers,
  };
}
