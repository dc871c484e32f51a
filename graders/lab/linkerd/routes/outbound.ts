import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Service } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { readRoute } from './find.ts';
import { isAttached, routeGroups } from './parents.ts';

/**
 * The HTTPRoutes that the proxies of clients get for a port of a Service, in the order in which they compete: what a world gives is
 * older than what is applied to it, then by name. Those in the namespace of the Service are for everybody, those in another one for
 * the clients there, beside the others.
 * @param client the namespace of the client
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/index/src/outbound/index.rs
 */
export function outboundRoutes(
  { state }: Pick<LinkerdMesh, 'state'>,
  service: Service,
  port: number,
  client: string,
): readonly Resource[] {
  return lookup(state.resources)
    .called('HTTPRoute')
    .filter(
      (one) =>
        routeGroups.includes(one.group) &&
        (one.namespace === service.namespace || one.namespace === client) &&
        isAttached(one, service.name, service.namespace, 'Service', port),
    )
    .toSorted(byAge);
}

function byAge(a: Resource, b: Resource): number {
  if (a.origin !== b.origin) return a.origin === 'given' ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

const known: readonly unknown[] = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect'];

/** A filter that Linkerd does not have. In a rule it takes its whole route away; in a backend, that backend. */
export function unknownFilter(filters: unknown): { readonly node: object; readonly type: string } | undefined {
  const other = fieldsList(filters).find(({ type }) => !known.includes(type));
  return other && { node: other, type: text(other.type) ?? '' };
}

/** The first filter in the rules of a route that Linkerd does not have. */
export function unknownFilterOf(route: Resource): ReturnType<typeof unknownFilter> {
  return readRoute(route)
    .rules.map(({ node }) => unknownFilter(node.filters))
    .find((one) => one !== undefined);
}
