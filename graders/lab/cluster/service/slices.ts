import type { IEndpointSlice } from 'kubernetes-models/discovery.k8s.io/v1';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { integer, list, text, texts } from '../read.ts';
import type { ClusterState, Endpoint, PodState } from '../state.ts';
import type { Service } from './find.ts';
import type { ServicePort } from './ports.ts';

/**
 * The endpoints somebody wrote by hand for a Service without a selector, as `EndpointSlice` objects or as the older
 * `Endpoints` object of the same name. A port is matched by name; an endpoint that does not say otherwise is ready.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function sliceEndpoints(state: ClusterState, service: Service, port: ServicePort): readonly Endpoint[] {
  const here = lookup(state.resources).inNamespace('discovery.k8s.io', 'EndpointSlice', service.namespace);
  const slices = here.filter(
    ({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service.name,
  ) as Resource<Partial<IEndpointSlice>>[];
  const written = slices.flatMap((slice) => fromSlice(state, slice, port));
  return written.length > 0 ? written : legacyEndpoints(state, service, port);
}

function fromSlice(state: ClusterState, slice: Resource<Partial<IEndpointSlice>>, port: ServicePort): Endpoint[] {
  const number = matchingPort(list(slice.data.ports), port);
  if (number === undefined) return [];
  return list(slice.data.endpoints)
    .filter(({ conditions }) => conditions?.ready !== false)
    .flatMap(({ addresses }) => texts(addresses).map((address) => at(state, slice, address, number)));
}

interface Subset {
  readonly addresses?: readonly { readonly ip?: unknown }[];
  readonly ports?: readonly { readonly name?: string; readonly port?: unknown }[];
}

function legacyEndpoints(state: ClusterState, service: Service, port: ServicePort): Endpoint[] {
  const { namespace, name } = service;
  const objects = lookup(state.resources).named('', 'Endpoints', namespace, name) as readonly Resource<{
    subsets?: readonly Subset[];
  }>[];
  return objects.flatMap((object) =>
    list(object.data.subsets).flatMap((subset) => {
      const number = matchingPort(list(subset.ports), port);
      if (number === undefined) return [];
      return list(subset.addresses).flatMap(({ ip }) => (text(ip) ? [at(state, object, String(ip), number)] : []));
    }),
  );
}

function matchingPort(ports: readonly { name?: unknown; port?: unknown }[], { name }: ServicePort): number | undefined {
  const match = ports.find((port) => (text(port.name) || undefined) === name);
  return integer(match?.port);
}

/** A pod of the cluster has its own labels; any other address belongs to something outside. */
function at(state: ClusterState, from: Resource, address: string, port: number): Endpoint {
  const pod = state.pods.find(({ ip }) => ip === address) ?? outside(from, address);
  return { pod, port };
}

function outside(from: Resource, address: string): PodState {
  return {
    name: address,
    namespace: from.namespace ?? 'default',
    labels: {},
    annotations: {},
    serviceAccount: '',
    workload: { kind: from.kind, name: from.name },
    phase: 'Running',
    ready: true,
    ip: address,
    containers: [
      {
        name: address,
        image: '',
        state: 'running',
        restarts: 0,
        ready: true,
        listens: 'any',
        assumed: true,
        portNames: {},
        at: from.at,
      },
    ],
    initContainers: [],
    from,
    at: spanOf(from.data, 'endpoints') ?? fieldSpan(from, 'subsets'),
  };
}
