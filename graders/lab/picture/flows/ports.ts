import { endpointsOf, portsOf, type Service, type ServicePort, services } from '../../cluster/index.ts';
import { alsoLookedAt, isEnforcedBy, type Mesh, protocolOf, requestsAbout } from '../../istio/index.ts';
import { type LinkerdMesh, requestsRouted } from '../../linkerd/index.ts';
import type { FlowPort, FlowRequest } from './flows.ts';

/** Requests that one port is asked, at most. */
const mostRequests = 12;

/** What a mesh lets one ask about. */
export interface Meshes {
  readonly istio: Mesh | undefined;
  readonly linkerd: LinkerdMesh | undefined;
}

type Asked = Pick<FlowRequest, 'headers'> & { readonly method: string; readonly path: string };

/** The ports of Services that a connection can be opened to. */
export function portsIn(state: Mesh['state'], meshes: Meshes): readonly FlowPort[] {
  return services(state)
    .filter(({ data }) => data.spec?.type !== 'ExternalName')
    .flatMap((service) =>
      portsOf(service)
        .filter(({ protocol }) => protocol === 'TCP')
        .map((port) => portOf(state, service, port, meshes)),
    );
}

function portOf(state: Mesh['state'], service: Service, port: ServicePort, { istio, linkerd }: Meshes): FlowPort {
  const { kind, name, namespace = 'default' } = service;
  const at = { service: { kind, name, namespace }, port: port.port };
  const where = `${name}.${namespace}`;
  const { name: called, appProtocol } = port;
  const speaks = protocolOf({ number: port.port, name: called, appProtocol });
  if (speaks === 'tcp' || speaks === 'tls') {
    const url = speaks === 'tls' ? `https://${where}:${port.port}/` : `tcp://${where}:${port.port}`;
    return { ...at, requests: [{ url, headers: {} }], also: [] };
  }
  const behind = endpointsOf(state, service, port.name ?? port.port);
  const policies =
    istio?.authorizationPolicies.filter(
      (policy) =>
        policy.targeted ||
        behind.some(({ pod: { namespace: place, labels } }) => isEnforcedBy(policy, { namespace: place, labels })),
    ) ?? [];
  const about = policies.length > 0 ? requestsAbout(policies) : [];
  const routed = linkerd ? behind.slice(0, 1).flatMap(({ pod, port: to }) => requestsRouted(linkerd, pod, to)) : [];
  const plain: Asked = { method: 'GET', path: '/', headers: {} };
  const base = `http://${where}${port.port === 80 ? '' : `:${port.port}`}`;
  const requests = [plain, ...about, ...routed].map(({ method, path, headers }) => {
    return { method, url: base + path, headers };
  });
  const distinct = new Map(requests.map((one) => [JSON.stringify(one), one]));
  return { ...at, requests: [...distinct.values()].slice(0, mostRequests), also: alsoLookedAt(policies) };
}
