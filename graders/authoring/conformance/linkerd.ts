import { settle } from '../../lab/cluster/index.ts';
import { readRequestLine } from '../../lab/istio/testing/request-line.ts';
import { openLinkerd, send } from '../../lab/linkerd/index.ts';
import type { Case } from './cases.ts';

/**
 * What Timonel as Linkerd does otherwise than a case asks. It knows who gets a request of a Service, and neither redirects nor
 * rewrites anything.
 */
export function differencesOfLinkerd({ resources, requests, statuses }: Case): readonly string[] {
  const mesh = openLinkerd(settle(resources).state);
  const asked = requests.flatMap((line) => {
    const { request, attributes } = readRequestLine(line);
    const { passages } = send(mesh, request).outcome;
    const got = sayShares(passages.filter(({ allowed }) => allowed).map(({ edge }) => edge));
    const unknown = Object.keys(attributes).map((name) => `${name}=?`);
    const expected = line.replace(/^.* -> /, '');
    const said = [got, ...unknown].join('; ');
    return said === expected ? [] : [`${line}: ${said}`];
  });
  const filtered = resources.some((one) => one.kind === 'HTTPRoute' && JSON.stringify(one.data).includes('"filters"'));
  const untold = Object.keys(statuses).map((about) => `${about}: no status is told`);
  return [...asked, ...untold, ...(filtered ? ['filters are not applied'] : [])];
}

/** As request lines say it: the main namespace goes without saying. */
function sayShares(edges: readonly { readonly to: string; readonly share: number }[]): string {
  const shares = new Map<string, number>();
  for (const { to, share } of edges) {
    const name = to.replace(/^shop\//, '');
    shares.set(name, (shares.get(name) ?? 0) + share);
  }
  return [...shares]
    .map(([name, share]) => (share === 1 ? name : `${name} ${Math.round(share * 1000) / 10}%`))
    .join(', ');
}
