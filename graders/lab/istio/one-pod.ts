import { hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import type { PodState } from '../cluster/index.ts';
import { answered } from './answer.ts';
import { hops } from './hops.ts';
import type { RequestOutcome } from './outcome.ts';
import { isHttp } from './protocol.ts';
import type { Leg } from './receive.ts';
import type { MeshService } from './registry.ts';
import { receive } from './secure.ts';
import type { Sending } from './sending.ts';
import { leave, outboundOf } from './sidecar/outbound.ts';
import { isRouted, sendThroughSidecar } from './sidecar.ts';
import { upstreamOf } from './upstream.ts';
import { toGroup } from './waypoint/from-node.ts';

/**
 * A connection to the address of one pod, past every Service: no route acts on it. The proxy of the client knows the
 * address only if a headless Service publishes it on that port; any other goes on as it is, without mutual TLS
 * (`PassthroughCluster`), or nowhere, by `outboundTrafficPolicy`. The policies and the proxy of the pod decide as always.
 * On a port that is declared to be HTTP it is `Host` that decides: by the name of the pod, the routes of that Service act, and lead to
 * the pod that was asked for; an address is the host of nobody, and goes on as it is.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services
 */
export function sendToPod(sending: Sending, pod: PodState): RequestOutcome {
  const { mesh, client, call, say } = sending;
  const group = { pods: [pod] as const, port: call.port, share: 1 };
  const port = { number: call.port, protocol: 'auto', at: pod.at } as const;
  const arrival = { mesh, client, call, to: call.host, http: isHttp(call, port) };
  if (client.ambient) return answered(toGroup(sending, call.host, port, group), call);
  if (!client.proxied) return answered([receive(arrival, group, say)], call);
  const publisher = headlessOf(sending, pod);
  const isRoutedByHost = publisher !== undefined && isOfRoutes(sending, publisher);
  if (publisher && isRoutedByHost && !isAddress(call.host))
    return sendThroughSidecar(narrowed(sending, publisher, pod), publisher);
  if (publisher && !isRoutedByHost) return answered(throughHeadless(sending, publisher, pod), call);
  if (outboundOf(sending) === 'REGISTRY_ONLY') return leave(sending);
  say(hop(hops, 'route', 'podAsItIs', { pod: pod.name }, { resource: refOf(pod.from), at: pod.at }));
  return answered([receive({ ...arrival, passed: true }, group, say)], call);
}

/** The headless Service that has the address of a pod among its endpoints, on the port of the call. */
function headlessOf({ mesh, call }: Sending, pod: PodState): MeshService | undefined {
  for (const service of mesh.registry.values()) {
    if (!service.headless || service.namespace !== pod.namespace) continue;
    const port = service.ports.find(({ number }) => number === call.port);
    if (port && service.endpoints(port.number).some((one) => one.pod === pod)) return service;
  }
  return undefined;
}

/**
 * Whether a headless Service is reached by its virtual host instead of by address. `istiod` gives that the names of the pods, and its
 * cluster the address that was asked for.
 * @see `generateVirtualHostDomains` in `httproute.go` and `buildSidecarOutboundListeners` in `listener.go` of istio's
 * `pilot/pkg/networking/core`
 */
function isOfRoutes({ call }: Sending, service: MeshService): boolean {
  const port = service.ports.find(({ number }) => number === call.port);
  return port !== undefined && isRouted(call, service, port);
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host);

/** The mesh as it is for whoever asks for one pod of a Service: that pod is all there is. */
function narrowed(sending: Sending, service: MeshService, pod: PodState): Sending {
  const { mesh } = sending;
  const alone = {
    ...service,
    endpoints: (port: number) => service.endpoints(port).filter((endpoint) => endpoint.pod === pod),
  };
  const registry = new Map([...mesh.registry, [service.host, alone]]);
  return { ...sending, mesh: { ...mesh, registry } };
}

function throughHeadless({ mesh, client, call, say }: Sending, service: MeshService, pod: PodState): readonly Leg[] {
  const target = { host: service.host, port: call.port, subset: undefined };
  const upstream = upstreamOf(mesh, client, target, call.port, say);
  if ('failure' in upstream) return [{ failure: { ...upstream.failure, share: 1 } }];
  const arrival = { mesh, client, call, upstream, to: call.host, http: isHttp(call, upstream.port) };
  return [receive(arrival, { pods: [pod], port: call.port, share: 1 }, say)];
}
