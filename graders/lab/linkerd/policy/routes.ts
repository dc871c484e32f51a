import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { grpcKind, methodPattern } from '../routes/grpc.ts';
import { isAttached, isRoute } from '../routes/parents.ts';
import type { Server } from './servers.ts';

/**
 * The routes of a Server: HTTPRoutes, or GRPCRoutes where its protocol is gRPC.
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/grpc/src/inbound.rs (`to_server`)
 */
export function routesOf({ state }: LinkerdMesh, server: Server): readonly Resource[] {
  return lookup(state.resources)
    .called(server.data.spec?.proxyProtocol === 'gRPC' ? grpcKind : 'HTTPRoute')
    .filter((one) => isRoute(one) && !methodPattern(one))
    .filter((one) => isAttached(one, server.name, server.namespace, 'Server'));
}
