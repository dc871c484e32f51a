import { containerPort, type PodState, type Service } from '../../cluster/index.ts';
import { annotationOf, inheritedAnnotation, keys, type Written } from '../annotations.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { listsPort, opaqueByDefault, skippedByDefault } from '../ports.ts';
import { appProtocolOf, opaqueProtocols, proxyProtocolOf } from './declared.ts';

/** A decision about a port and the line that took it; the default list has no line. */
export interface PortDecision {
  readonly by?: Written;
}

/**
 * Whether the proxies carry a port as plain TCP: the pod (or its namespace) says so of its own port, the Service (or its
 * namespace) of the port that was dialed, by annotation or by `appProtocol`, or a Server of the pod's port. An annotation
 * replaces the list of defaults.
 * @param service the Service that was dialed, where the caller has a proxy: only callers learn what it says
 * @see https://linkerd.io/2-edge/features/protocol-detection/#marking-ports-as-opaque
 */
export function opaqueAt(
  mesh: LinkerdMesh,
  pod: PodState,
  port: number,
  service?: Service,
  dialed = port,
): PortDecision | undefined {
  const onPod = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.opaque);
  const byPod = listed(onPod, opaqueByDefault, port, (name) => containerPort(pod, name));
  if (byPod) return byPod;
  const byServer = proxyProtocolOf(mesh, pod, port);
  if (byServer?.value === 'opaque') return { by: byServer };
  return service && opaqueToward(mesh, service, dialed, []);
}

/**
 * Whether the proxies of clients carry a port of a Service as plain TCP: its `appProtocol` says so, or an annotation.
 * @param otherwise ports that are opaque where nobody says anything
 */
export function opaqueToward(
  mesh: LinkerdMesh,
  service: Service,
  dialed: number,
  otherwise = opaqueByDefault,
): PortDecision | undefined {
  const byService = appProtocolOf(service, dialed);
  if (byService && opaqueProtocols.includes(byService.value)) return { by: byService };
  const namespace = mesh.namespaceOf(service.namespace ?? 'default');
  return listed(annotationOf(service, keys.opaque) ?? annotationOf(namespace, keys.opaque), otherwise, dialed);
}

/** Whether the traffic a pod sends to a port goes around its proxy. The port is the one it dials. */
export function skipsOutbound(mesh: LinkerdMesh, pod: PodState, dialed: number): PortDecision | undefined {
  const written = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.skipOutbound);
  return listed(written, skippedByDefault, dialed);
}

/** Whether the traffic that comes to a port of a pod goes around its proxy. */
export function skipsInbound(mesh: LinkerdMesh, pod: PodState, port: number): PortDecision | undefined {
  const written = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.skipInbound);
  return listed(written, skippedByDefault, port);
}

function listed(
  written: Written | undefined,
  defaults: readonly number[],
  port: number,
  named?: (name: string) => number | undefined,
): PortDecision | undefined {
  if (!written) return defaults.includes(port) ? {} : undefined;
  return listsPort(written.value, port, named) ? { by: written } : undefined;
}
