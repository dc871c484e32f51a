import { type Hop, hop } from '../../core/trace.ts';
import { fieldSpan, refOf } from '../../model/manifests/manifests.ts';
import { answered } from './answer.ts';
import type { Call } from './call.ts';
import { hops } from './hops.ts';
import type { RequestOutcome } from './outcome.ts';
import { isHttp } from './protocol.ts';
import { groupsOf } from './receive.ts';
import type { MeshService } from './registry.ts';
import { outcomeOf } from './result.ts';
import { receive } from './secure.ts';
import type { Sending } from './sending.ts';
import { sayNoEndpoints } from './upstream.ts';

/**
 * A client without proxy: the Service spreads over its ready pods, and no Istio configuration is consulted on the way.
 * @param passed the client has a proxy, which only passes the connection on
 */
export function sendDirect(sending: Sending, service: MeshService | 'outside', passed = false): RequestOutcome {
  const { mesh, client, call, say } = sending;
  if (service === 'outside') return outside(call);
  const port = service.ports.find(({ number }) => number === call.port);
  if (!port) return service.kind === 'Service' ? portMissing(service, call, say) : outside(call);
  const endpoints = service.endpoints(port.number);
  if (endpoints.length === 0) {
    sayNoEndpoints(mesh.state, service, port.number, say);
    return outcomeOf([{ failure: { refusal: 'connection-refused', host: service.host, share: 1 } }], undefined);
  }
  const followed = sending.follow?.(sending, { service, port, subset: undefined, rule: undefined, endpoints }, 1);
  if (followed) return answered(followed, call);
  const arrival = { mesh, client, call, to: service.host, http: isHttp(call, port), passed, declared: port.protocol };
  const legs = groupsOf(endpoints, 1).map((group) => receive(arrival, group, say));
  return answered(legs, call);
}

/** The Service exists but nothing of it is on this port. */
export function portMissing(service: MeshService, call: Call, say: (hop: Hop) => void): RequestOutcome {
  const ports = service.ports.map(({ number }) => number);
  const where = { resource: refOf(service.resource), at: fieldSpan(service.resource, 'spec', 'ports') };
  say(hop(hops, 'dns', 'portMissing', { service: service.name, port: call.port, ports }, where));
  return outcomeOf([{ failure: { refusal: 'port-not-served', host: service.host, share: 1 } }], undefined);
}

/** Whatever answers outside the cluster is taken to answer. */
export function outside({ host, port, scheme }: Call): RequestOutcome {
  const tls = scheme === 'https' ? 'simple' : 'plaintext';
  const destination = { workload: host, namespace: '', host, port, share: 1, tls, assumed: true, labels: {} } as const;
  return outcomeOf([{ destination }], scheme === 'tcp' ? undefined : 200);
}
