import { spanOf } from '../../../parse/yaml/located.ts';
import { isHeadless, type PodState, portOf, type Service } from '../../cluster/index.ts';
import type { Written } from '../annotations.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { serverOf } from '../policy/servers.ts';

/** Values of `appProtocol` that say what Linkerd would else find out: no requests to be seen. */
export const opaqueProtocols: readonly string[] = ['linkerd.io/opaque', 'linkerd.io/tcp'];

const requestProtocols: readonly string[] = ['http', 'kubernetes.io/h2c', 'HTTP/1', 'HTTP/2', 'gRPC'];

/** Whether a declared protocol is one of requests: the proxy then looks for nothing else. */
export function speaksRequests({ value }: Written): boolean {
  return requestProtocols.includes(value);
}

/**
 * The protocol a Service declares for one of its ports. It holds for clients that dial the address of the Service, which
 * a headless one does not have.
 * @see https://linkerd.io/2-edge/features/protocol-detection/#declaring-a-service-ports-protocol
 */
export function appProtocolOf(service: Service, dialed: number): Written | undefined {
  const port = isHeadless(service) ? undefined : portOf(service, dialed);
  const value = port?.appProtocol?.toLowerCase();
  if (!port || value === undefined) return undefined;
  return { value, at: spanOf(port.written, 'appProtocol') ?? service.at, on: service };
}

/**
 * The protocol a Server declares for a port of a pod.
 * @see https://linkerd.io/2-edge/reference/authorization-policy/#server
 */
export function proxyProtocolOf(mesh: LinkerdMesh, pod: PodState, port: number): Written | undefined {
  const server = serverOf(mesh, pod, port);
  const value = server?.data.spec?.proxyProtocol;
  if (!server || typeof value !== 'string') return undefined;
  return { value, at: spanOf(server.data.spec, 'proxyProtocol') ?? server.at, on: server };
}
