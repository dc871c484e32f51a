import type { Span } from '../../../core/span.ts';
import type { Hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { text } from '../read.ts';
import { silence } from '../service/deliver.ts';
import { containerPort, endpointsOf, hasSelector, selectedPods } from '../service/endpoints.ts';
import { type Service, services } from '../service/find.ts';
import { listenerOn } from '../service/listener.ts';
import { portsOf, type ServicePort } from '../service/ports.ts';
import { whyEmpty } from '../service/why.ts';
import type { ClusterState } from '../state.ts';

/** One address behind a port of a Service, ready or not. */
export interface EndpointDescription {
  /** Name of the pod, or the address of what is none. */
  readonly pod: string;
  readonly port: number;
  readonly ready: boolean;
}

/** A Service and where its ports lead. */
export interface ServiceDescription {
  readonly namespace: string;
  readonly name: string;
  /** `Headless` is no type of its own: its `type` is `ClusterIP`. */
  readonly type: string;
  readonly ports: readonly string[];
  /** The host that an ExternalName stands for. */
  readonly alias?: string;
  readonly endpoints: readonly EndpointDescription[];
  /** Why a port leads to nobody, or nobody listens where it leads; nothing where every port is served. */
  readonly why: readonly Hop[];
  readonly at: Span;
}

/** The Services of a cluster at rest, in the order they were applied. */
export function servicesOf(state: ClusterState): readonly ServiceDescription[] {
  return services(state).map((service) => describe(state, service));
}

function describe(state: ClusterState, service: Service): ServiceDescription {
  const { namespace = 'default', name, at, data } = service;
  const type = text(data.spec?.type) || 'ClusterIP';
  const alias = type === 'ExternalName' ? text(data.spec?.externalName) : undefined;
  const ports = alias === undefined ? portsOf(service) : [];
  return {
    namespace,
    name,
    type,
    at,
    ports: ports.map(portText),
    ...(alias !== undefined && { alias }),
    endpoints: ports.flatMap((port) => endpointsBehind(state, service, port)),
    why: distinct(ports.flatMap((port) => whyUnserved(state, service, port))),
  };
}

/** `80→http/TCP` as `kubectl describe` has it in two lines; the target only where it differs. */
function portText({ port, targetPort, protocol }: ServicePort): string {
  const target = String(targetPort) === String(port) ? '' : `→${targetPort}`;
  return `${port}${target}${protocol === 'TCP' ? '' : `/${protocol}`}`;
}

function endpointsBehind(state: ClusterState, service: Service, port: ServicePort): readonly EndpointDescription[] {
  const ready = endpointsOf(state, service, port.name ?? port.port);
  const listed = ready.map(({ pod, port: number }) => ({ pod: pod.name, port: number, ready: true }));
  if (!hasSelector(service)) return listed;
  const taken = new Set(ready.map(({ pod }) => pod));
  const waiting = selectedPods(state, service).flatMap((pod) => {
    const number = containerPort(pod, port.targetPort, port.protocol);
    const isListed = pod.ip !== '' && pod.phase !== 'Succeeded' && pod.phase !== 'Failed' && !taken.has(pod);
    return isListed && number !== undefined ? [{ pod: pod.name, port: number, ready: false }] : [];
  });
  return [...listed, ...waiting];
}

/** Datagrams are not followed to a process. */
function whyUnserved(state: ClusterState, service: Service, port: ServicePort): readonly Hop[] {
  const endpoints = endpointsOf(state, service, port.name ?? port.port);
  if (endpoints.length === 0) return whyEmpty(state, service, port);
  const silent = port.protocol === 'TCP' ? endpoints.find((endpoint) => !listenerOn(endpoint)) : undefined;
  if (!silent) return [];
  const resource = { kind: 'Service', name: service.name, ...(service.namespace && { namespace: service.namespace }) };
  const at = spanOf(port.written, 'targetPort') ?? spanOf(port.written, 'port') ?? service.at;
  return [silence(silent, { resource, at })];
}

function distinct(hops: readonly Hop[]): readonly Hop[] {
  return [...new Map(hops.map((hop) => [JSON.stringify([hop.message, hop.data, hop.at]), hop])).values()];
}
