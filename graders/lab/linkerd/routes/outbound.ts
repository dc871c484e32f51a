import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Service } from '../../cluster/index.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { appProtocolOf } from '../traffic/declared.ts';
import { readRoute } from './find.ts';
import { grpcKind, methodPattern } from './grpc.ts';
import { isAttached, isRoute } from './parents.ts';

/**
 * The routes that the proxies of clients get for a port of a Service, in the order in which they compete: what a world gives is
 * older than what is applied to it, then by name. Those in the namespace of the Service are for everybody, those in another one for
 * the clients there, beside the others. GRPCRoutes take the place of HTTPRoutes, unless the port is of HTTP/1 or none of them can be read.
 * @param client the namespace of the client
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/index/src/outbound/index.rs
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/grpc/src/outbound.rs (`to_proto`)
 */
export function outboundRoutes(
  { state }: Pick<LinkerdMesh, 'state'>,
  service: Service,
  port: number,
  client: string,
): readonly Resource[] {
  const attached = (kind: string) =>
    lookup(state.resources)
      .called(kind)
      .filter(
        (one) =>
          isRoute(one) &&
          (one.namespace === service.namespace || one.namespace === client) &&
          isAttached(one, service.name, service.namespace, 'Service', port),
      )
      .toSorted(byAge);
  const calls = appProtocolOf(service, port)?.value === 'http' ? [] : attached(grpcKind);
  return calls.some(isReadable) ? calls : [...calls, ...attached('HTTPRoute')];
}

/** HTTPRoutes whose place GRPCRoutes take. @param routes what counts for a port of a Service */
export function hiddenRoutes(
  { state }: Pick<LinkerdMesh, 'state'>,
  service: Service,
  port: number,
  routes: readonly Resource[],
): readonly Resource[] {
  if (!routes.some((one) => one.kind === grpcKind && isReadable(one))) return [];
  return lookup(state.resources)
    .called('HTTPRoute')
    .filter((one) => isRoute(one) && isAttached(one, service.name, service.namespace, 'Service', port));
}

/** Whether Linkerd takes a route at all. */
export function isReadable(route: Resource): boolean {
  return !unknownFilterOf(route) && !methodPattern(route);
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
