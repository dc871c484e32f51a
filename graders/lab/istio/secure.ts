import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { listenerOn, partyOf, connect as reach, speaksNoHttp } from '../cluster/index.ts';
import { sayUnguarded } from './authz/idle.ts';
import { guard, type Visit } from './guard.ts';
import { hops } from './hops.ts';
import { notInjected } from './injection/told.ts';
import type { Protocol } from './protocol.ts';
import { deliver, type Group, type Leg } from './receive.ts';
import { entered } from './sidecar/ingress.ts';
import { connect } from './tls/connect.ts';
import { meshNameOf, type Upstream } from './upstream.ts';

/** Traffic on its way to a group of pods. */
export interface Arrival extends Visit {
  /** Where the client's proxy sends it; a client without proxy sends it `to` a host by itself. */
  readonly upstream?: Upstream;
  readonly to: string;
  /** The client's proxy passes the connection on as it is. */
  readonly passed?: boolean;
  /** What the port of the Service is declared to speak, where no proxy of the client asks. */
  readonly declared?: Protocol;
}

/** What the other end does with traffic: its proxy, if it has one, and then the application. */
export function receive(arrival: Arrival, group: Group, say: (hop: Hop) => void): Leg {
  const { mesh, client, call, upstream, to } = arrival;
  const [pod] = group.pods;
  const { port, share } = group;
  const workload = pod.workload.name;
  const about = { host: to, ...(upstream?.subset === undefined ? {} : { subset: upstream.subset }) };
  const unconnected = client.proxied ? { flag: 'UF', status: 503 } : {};
  if (!isReachable(arrival, group, say)) {
    return { failure: { refusal: 'blocked-by-network-policy', ...unconnected, ...about, workload, share } };
  }
  const attempt = {
    mesh,
    proxied: (client.proxied && arrival.passed !== true) || client.ambient === true,
    tunnels: client.tunnels === true,
    appTls: call.scheme === 'https' && call.opened !== true,
    upstream,
    declared: upstream?.port.protocol ?? arrival.declared,
    pod,
    port,
  };
  const connection = connect(attempt, say);
  if ('refusal' in connection) {
    // Where the ends do not agree on who encrypts, the connection breaks before anybody answers in HTTP.
    const seen = connection.why === undefined || !attempt.appTls ? unconnected : {};
    return { failure: { refusal: connection.refusal, ...seen, ...about, workload, share } };
  }
  const { tls, peer } = connection;
  const node = mesh.isAmbient(pod);
  const http = arrival.http && !node;
  if (!mesh.hasSidecar(pod) && !node) {
    const why = client.proxied ? notInjected(mesh, pod) : undefined;
    if (why) say(why);
    return sayPort(upstream, handOver(arrival, group, { ...about, tls }, client.proxied, say), port, say);
  }
  const meshName = peer && upstream ? meshNameOf(upstream) : undefined;
  const visit = { ...arrival, http, node, ...(meshName !== undefined && { meshName }) };
  const verdict = guard(visit, pod, port, peer, say);
  if ('status' in verdict) {
    const { status, refusal, authorization } = verdict;
    // A proxy of HTTP answers for a connection that the other end breaks.
    const broken = client.proxied && arrival.http && arrival.passed !== true ? { status: 503 } : {};
    const seen = http ? { status } : broken;
    return { failure: { refusal, ...seen, ...about, workload, share }, ...(authorization && { authorization }) };
  }
  if (verdict.authorization.policy === undefined && !client.tunnels) {
    sayUnguarded(mesh.authorizationPolicies, { ...pod, name: workload }, say);
  }
  const leg = sayPort(upstream, handOver(arrival, entered(mesh, group), { ...about, tls }, true, say), port, say);
  const known = { ...leg, authorization: verdict.authorization };
  if (!verdict.assumed || !('destination' in known)) return known;
  return { ...known, destination: { ...known.destination, assumed: true } };
}

/** The application, which may have no use for what it is sent: a database does not answer a request of HTTP. */
function handOver(
  { client, call, http }: Arrival,
  group: Group,
  about: Parameters<typeof deliver>[1],
  proxied: boolean,
  say: (hop: Hop) => void,
): Leg {
  const [pod] = group.pods;
  const { port, share } = group;
  const product = call.scheme === 'tcp' || group.socket ? undefined : listenerOn({ pod, port })?.product;
  if (!speaksNoHttp(product, port)) return deliver(group, about, proxied, say);
  const workload = pod.workload.name;
  const data = { product: product ?? '', workload, port };
  say(hop(hops, 'endpoint', 'noHttpHere', data, { resource: refOf(pod.from), at: pod.at }));
  const seen = client.proxied && http ? { flag: 'UPE', status: 502 } : {};
  return { failure: { refusal: 'not-http', ...seen, host: about.host, workload, share } };
}

/** Where nobody listens, the Service that leads there is worth a look. */
function sayPort(upstream: Upstream | undefined, leg: Leg, target: number, say: (hop: Hop) => void): Leg {
  if ('failure' in leg && upstream) {
    const { name, resource } = upstream.service;
    const { number: port, at } = upstream.port;
    say(hop(hops, 'port', 'portMapped', { service: name, port, target }, { resource: refOf(resource), at }));
  }
  return leg;
}

/** Below the mesh, the network policies of the cluster; they see pods and addresses, and not identities. */
export function isReachable(
  { mesh, client }: Pick<Visit, 'mesh' | 'client'>,
  { pods: [pod], port }: Pick<Group, 'pods' | 'port'>,
  say: (hop: Hop) => void,
): boolean {
  const { label, namespace, labels, ip } = client;
  const from = client.pod ? partyOf(client.pod) : { label, namespace, labels, ip };
  const { hops, outcome } = reach(mesh.state, { from, to: partyOf(pod), port });
  for (const step of hops) say(step);
  return outcome.decision === 'allowed';
}
