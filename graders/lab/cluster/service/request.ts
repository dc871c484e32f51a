import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { throughIngress } from '../ingress/enter.ts';
import { connect } from '../network/connect.ts';
import { dnsDenied } from '../network/dns.ts';
import { externalHost } from '../network/party.ts';
import type { ClusterState, Endpoint } from '../state.ts';
import { isHeadless } from './address.ts';
import { aliasFound } from './alias.ts';
import type { Asking } from './asking.ts';
import { deliver } from './deliver.ts';
import { asksElsewhere } from './dns-policy.ts';
import { endpointsOf } from './endpoints.ts';
import { fullHost, type Service, services } from './find.ts';
import type { PlainOutcome, PlainRefusal, PlainRequest, PlainTrace } from './outcome.ts';
import { portOf, portsOf, type ServicePort } from './ports.ts';
import { type Resolved, resolve } from './resolve.ts';
import { stickTo } from './session.ts';
import { sourceOf } from './source.ts';
import { whyUnknown } from './unknown.ts';
import { readUrl } from './url.ts';
import { whyEmpty } from './why.ts';

/**
 * Opens one connection in a cluster without a mesh: the name is resolved, the Service's port becomes endpoints, network
 * policies are asked, and the port of the pod must be listened on.
 * @returns every decision on the way and what became of the request; never throws
 */
export function plainRequest(state: ClusterState, request: PlainRequest): PlainTrace {
  const said: Hop[] = [];
  const say = (hop: Hop) => void said.push(hop);
  return { outcome: follow(state, request, say), hops: said };
}

function follow(
  state: ClusterState,
  { from, url: text, authority, many = false }: PlainRequest,
  say: (hop: Hop) => void,
): PlainOutcome {
  const url = readUrl(text);
  const source = sourceOf(state, from);
  if (!source) say(hop(hops, 'source', 'sourceUnknown', { source: from ?? '' }));
  if (!source) return refused('unknown-source');
  if (!url) say(hop(hops, 'source', 'badUrl', { url: text }));
  if (!url) return refused('bad-url');
  const asking: Asking = {
    state,
    source,
    url,
    authority: authority?.replace(/:\d+$/, '').toLowerCase() ?? url.host,
    many,
    say,
  };
  const denied = isName(url.host) ? dnsDenied(state, source, url.host) : undefined;
  if (denied) say(denied);
  if (denied) return refused('dns-blocked');
  const resolved = resolve(state, url.host, source.namespace || 'default');
  const elsewhere = isName(url.host) && resolved.to !== 'outside' ? asksElsewhere(source, url.host) : undefined;
  if (elsewhere) say(elsewhere);
  return elsewhere ? refused('unknown-host') : reach(asking, resolved);
}

/** Addresses and the pod itself need no DNS. */
const isName = (host: string): boolean => !/^\d+\.\d+\.\d+\.\d+$|^localhost$|:/.test(host);

function reach(asking: Asking, resolved: Resolved): PlainOutcome {
  const { say, source } = asking;
  const { host, port } = asking.url;
  if (source.outside && (resolved.to === 'pod' || resolved.to === 'service')) {
    if (resolved.to === 'service' && isBalanced(resolved.service)) return throughService(asking, resolved.service);
    say(hop(hops, 'route', 'notReachable', { host }));
    return refused('not-reachable');
  }
  if (source.outside && (resolved.to === 'outside' || resolved.to === 'nobody')) return atTheDoor(asking);
  switch (resolved.to) {
    case 'service':
      return throughService(asking, resolved.service);
    case 'node':
      return throughNode(asking);
    case 'pod': {
      const { pod } = resolved;
      say(hop(hops, 'dns', 'podFound', { host, pod: pod.name }, { resource: refOf(pod.from), at: pod.at }));
      return deliver(asking, [{ pod, port }], host);
    }
    case 'self':
      return source.pod ? deliver(asking, [{ pod: source.pod, port }], host) : refused('connection-refused');
    case 'outside': {
      const alias = aliasFound(asking.state, host, source.namespace || 'default');
      if (alias) say(alias);
      return leaveCluster(asking, resolved.host);
    }
    case 'nobody':
      say(whyUnknown(asking.state, host, source.namespace));
      return refused('unknown-host');
  }
}

/** A name of the world outside, for a client of it: what an Ingress publishes, or nothing of this world. */
function atTheDoor(asking: Asking): PlainOutcome {
  const entered = throughIngress(asking, throughPort);
  if (entered) return entered;
  asking.say(hop(hops, 'dns', 'hostUnknownOutside', { host: asking.url.host }));
  return refused('unknown-host');
}

/** A LoadBalancer has an address that the world outside reaches. */
const isBalanced = (service: Service): boolean => service.data.spec?.type === 'LoadBalancer';

function throughService(asking: Asking, service: Service): PlainOutcome {
  const { say, url } = asking;
  const { port } = url;
  const where = { resource: refOf(service), at: service.at };
  const name = { service: service.name, namespace: service.namespace ?? 'default' };
  say(hop(hops, 'dns', 'serviceFound', { host: url.host, ...name }, where));
  if (isHeadless(service)) return throughPods(asking, service);
  const servicePort = portOf(service, port, 'TCP');
  if (servicePort) return throughPort(asking, service, servicePort);
  const ports = portsOf(service).map((candidate) => `${candidate.port}/${candidate.protocol}`);
  const at = fieldSpan(service, 'spec', 'ports');
  say(hop(hops, 'service', 'portMissing', { service: service.name, port, ports }, { resource: refOf(service), at }));
  return refused('port-not-served');
}

/** @see https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
function throughNode(asking: Asking): PlainOutcome {
  const { state, say } = asking;
  const { port } = asking.url;
  for (const service of services(state)) {
    const open = portsOf(service).find(({ nodePort }) => nodePort === port);
    if (!open || !/^(?:NodePort|LoadBalancer)$/.test(service.data.spec?.type ?? '')) continue;
    const at = spanOf(open.written, 'nodePort') ?? service.at;
    say(hop(hops, 'service', 'nodePortFound', { port, service: service.name }, { resource: refOf(service), at }));
    return throughPort(asking, service, open);
  }
  say(hop(hops, 'service', 'nodePortMissing', { port }));
  return refused('connection-refused');
}

function throughPort(asking: Asking, service: Service, port: ServicePort): PlainOutcome {
  const found = endpointsOf(asking.state, service, port.name ?? port.port);
  if (found.length === 0) {
    for (const reason of whyEmpty(asking.state, service, port)) asking.say(reason);
    return refused('no-endpoints');
  }
  const addresses = found.map((endpoint) => `${endpoint.pod.ip}:${endpoint.port}`);
  const data = { service: service.name, port: port.port, n: found.length, addresses };
  const at = spanOf(port.written) ?? service.at;
  asking.say(hop(hops, 'endpoints', 'endpoints', data, { resource: refOf(service), at }));
  return deliver(
    asking,
    stickTo(service, found, asking),
    fullHost(service),
    spanOf(port.written, 'targetPort') ?? spanOf(port.written, 'port') ?? at,
  );
}

/** The name of a headless Service gives the addresses of its pods; the client's own port is used as it is. */
function throughPods(asking: Asking, service: Service): PlainOutcome {
  const [port] = portsOf(service);
  const found: readonly Endpoint[] = port ? endpointsOf(asking.state, service, port.name ?? port.port) : [];
  if (found.length > 0) {
    const direct = found.map(({ pod }) => ({ pod, port: asking.url.port }));
    const outcome = deliver(asking, direct, fullHost(service));
    if (outcome.refusal === 'connection-refused') asking.say(notTranslated(asking, service, found));
    return outcome;
  }
  if (port) for (const reason of whyEmpty(asking.state, service, port)) asking.say(reason);
  return refused('no-endpoints');
}

/** Why nobody listens behind a headless Service although its `targetPort` is right. */
function notTranslated({ url }: Asking, service: Service, found: readonly Endpoint[]): Hop {
  const targets = [...new Set(found.map(({ port }) => port))];
  const data = { service: service.name, port: url.port, targets };
  return hop(hops, 'pod', 'notTranslated', data, {
    resource: refOf(service),
    at: fieldSpan(service, 'spec', 'clusterIP'),
  });
}

/** The policies of the sender are asked; what is outside the cluster is taken to answer. */
function leaveCluster(asking: Asking, destination: string): PlainOutcome {
  const { state, source, say } = asking;
  const { port } = asking.url;
  const passage = connect(state, { from: source, to: externalHost(destination), port });
  for (const decision of passage.hops) say(decision);
  if (passage.outcome.decision === 'denied') return refused('blocked-by-network-policy');
  say(hop(hops, 'dns', 'hostOutside', { host: destination }));
  return outsideAnswers(asking, destination);
}

function outsideAnswers({ url: { scheme, port } }: Asking, host: string): PlainOutcome {
  const status = scheme === 'tcp' ? {} : { status: 200 };
  const destination = {
    workload: host,
    namespace: '',
    host,
    port,
    share: 1,
    pods: [],
    assumed: true,
    ...status,
  } as const;
  return { ...status, destinations: [destination], failures: [] };
}

function refused(refusal: PlainRefusal): PlainOutcome {
  return { refusal, destinations: [], failures: [{ refusal, share: 1 }] };
}
