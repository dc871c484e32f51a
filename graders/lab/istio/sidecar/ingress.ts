import type { Mesh } from '../mesh.ts';
import type { Group } from '../receive.ts';
import { sidecarFor } from './imports.ts';

/**
 * Where the proxy of a pod sends what comes in: to the port itself, unless an ingress listener of its Sidecar says another
 * one. A port that no listener names goes to the application as it came.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener
 */
export function entered(mesh: Pick<Mesh, 'sidecarResources'>, group: Group): Group {
  const [pod] = group.pods;
  const listener = sidecarFor(mesh, pod)?.ingress.find(({ port }) => port === group.port);
  if (listener?.endpoint === undefined) return group;
  return listener.endpoint === 'socket' ? { ...group, socket: true } : { ...group, port: listener.endpoint };
}
