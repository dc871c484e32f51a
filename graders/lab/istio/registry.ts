import type { Span } from '../../core/span.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import { fields, fieldsList, optionalTexts } from '../../model/mesh/fields.ts';
import { integer, text, texts } from '../../model/workloads/values.ts';
import { type ClusterState, type Endpoint, endpointsOf, fullHost, portsOf, type Service } from '../cluster/index.ts';
import { type Protocol, protocolOf } from './protocol.ts';
import { serviceEntryEndpoints } from './service-entry.ts';
import { exportedTo } from './visibility.ts';

/** A port of the service registry. */
export interface MeshPort {
  readonly number: number;
  readonly protocol: Protocol;
  readonly at: Span;
}

/** A host of the service registry: a Kubernetes Service, or one host of a ServiceEntry. */
export interface MeshService {
  readonly kind: 'Service' | 'ServiceEntry';
  readonly host: string;
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly MeshPort[];
  readonly exportTo: readonly string[] | undefined;
  readonly resource: Resource;
  /** Whether endpoints are pods and workloads that the mesh knows, or an address outside. */
  readonly external: boolean;
  /** Clients connect to the pods themselves and no proxy balances. */
  readonly headless: boolean;
  /** Addresses and blocks that stand for it. */
  readonly addresses: readonly string[];
  endpoints(port: number): readonly Endpoint[];
}

/** Every host the control plane knows, by full name. Services win over ServiceEntries of the same name. */
export function registryOf(state: ClusterState): ReadonlyMap<string, MeshService> {
  const registry = new Map<string, MeshService>();
  for (const resource of state.resources) {
    if (resource.kind === 'ServiceEntry' && resource.group === 'networking.istio.io') {
      for (const service of fromServiceEntry(state, resource)) registry.set(service.host, service);
    }
  }
  for (const resource of state.resources) {
    if (resource.kind !== 'Service' || resource.group !== '') continue;
    const service = fromService(state, resource as Service);
    registry.set(service.host, service);
  }
  return registry;
}

function fromService(state: ClusterState, resource: Service): MeshService {
  const spec = fields(resource.data.spec);
  return {
    kind: 'Service',
    host: fullHost(resource),
    name: resource.name,
    namespace: resource.namespace ?? 'default',
    ports: portsOf(resource).flatMap((port, index) =>
      integer(port.port) === undefined
        ? []
        : [{ number: port.port, protocol: protocolOf(asWritten(port)), at: portSpan(resource, index) }],
    ),
    exportTo: exportedTo(resource),
    resource,
    external: spec.type === 'ExternalName',
    headless: spec.clusterIP === 'None',
    addresses: [],
    endpoints: (port) => endpointsOf(state, resource, port),
  };
}

/** Files may hold anything: what is no text says nothing about the protocol. */
function asWritten({ port, name, appProtocol, protocol }: ReturnType<typeof portsOf>[number]) {
  return { number: port, name: text(name), appProtocol: text(appProtocol), protocol: text(protocol) };
}

function fromServiceEntry(state: ClusterState, resource: Resource): MeshService[] {
  const spec = fields(fields(resource.data).spec);
  const ports = fieldsList(spec.ports).flatMap((port, index): MeshPort[] => {
    const number = integer(port.number);
    if (number === undefined) return [];
    const protocol = protocolOf({ number, name: text(port.protocol) ?? text(port.name) });
    return [{ number, protocol, at: portSpan(resource, index) }];
  });
  return texts(spec.hosts as never).map((host) => ({
    kind: 'ServiceEntry',
    host: host.toLowerCase(),
    name: resource.name,
    namespace: resource.namespace ?? 'default',
    ports,
    exportTo: optionalTexts(spec.exportTo),
    resource,
    external: spec.location !== 'MESH_INTERNAL',
    headless: false,
    addresses: texts(spec.addresses as never),
    endpoints: (port) => serviceEntryEndpoints(state, resource, host, port),
  }));
}

function portSpan(resource: Resource, index: number): Span {
  return fieldSpan(resource, 'spec', 'ports', index);
}
