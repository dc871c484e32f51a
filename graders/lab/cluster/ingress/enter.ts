import type { IIngressBackend } from 'kubernetes-models/networking.k8s.io/v1';
import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { text } from '../read.ts';
import type { Asking } from '../service/asking.ts';
import { type Service, serviceNamed } from '../service/find.ts';
import type { PlainOutcome, PlainRefusal } from '../service/outcome.ts';
import { portOf, portsOf, type ServicePort } from '../service/ports.ts';
import { bestPath, byHost, isForHost } from './match.ts';
import { hostsOf, type Ingress, ingressesIn, isNginx, pathsOf, takenBy, tlsHostsOf } from './read.ts';

/** An Ingress that some controller takes, and the name of that controller as far as it is known. */
interface Served {
  readonly ingress: Ingress;
  readonly by: string;
}

/** What the door does once it knows where a request goes: the port of a Service, for a client of the cluster. */
export type Onward = (asking: Asking, service: Service, port: ServicePort) => PlainOutcome;

/**
 * A request from beyond the cluster, through the Ingresses of a world. Neither the controller nor the name that leads to it
 * is in the files: both are assumed, and what comes out says so.
 * @returns undefined where no Ingress is there
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export function throughIngress(asking: Asking, onward: Onward): PlainOutcome | undefined {
  const { state, url, say } = asking;
  const all = ingressesIn(state);
  if (all.length === 0 || url.scheme === 'tcp') return undefined;
  const served = all.flatMap((ingress) => servedBy(asking, ingress));
  if (served.length === 0) return refused('not-reachable');
  if (url.port !== (url.scheme === 'https' ? 443 : 80)) {
    say(hop(hops, 'ingress', 'ingressPort', { port: url.port }));
    return refused('connection-refused');
  }
  return route(asking, served, onward);
}

/** An Ingress that no controller takes is told, and does not exist for the others. */
function servedBy({ state, say }: Asking, ingress: Ingress): readonly Served[] {
  const taken = takenBy(state, ingress);
  if ('by' in taken) return [{ ingress, by: taken.by }];
  const about = { ingress: ingress.name };
  if ('unknown' in taken) {
    const where = { resource: refOf(ingress), at: fieldSpan(ingress, 'spec', 'ingressClassName') };
    const known = taken.known.map(code);
    say(hop(hops, 'ingress', 'ingressClassUnknown', { ...about, class: taken.unknown, known }, where));
  } else say(hop(hops, 'ingress', 'ingressUnnamed', about, { resource: refOf(ingress), at: ingress.at }));
  return [];
}

/** The most specific host decides, and then the longest path of its rules, in whatever Ingress they stand. */
function route(asking: Asking, served: readonly Served[], onward: Onward): PlainOutcome {
  const { url, authority, say } = asking;
  const hosts = new Set(served.flatMap(({ ingress }) => hostsOf(ingress)));
  const [host] = [...hosts].filter((one) => isForHost(one, authority)).sort(byHost);
  const here = served.filter(({ ingress }) => host !== undefined && hostsOf(ingress).includes(host));
  const paths = here.flatMap(({ ingress }) => pathsOf(ingress).filter((one) => one.host === host));
  const chosen = bestPath(paths, url.path);
  const fallback = (here.length > 0 ? here : served.filter(({ ingress }) => hostsOf(ingress).length === 0)).find(
    ({ ingress }) => ingress.data.spec?.defaultBackend,
  );
  const found = chosen ? here.find(({ ingress }) => ingress === chosen.ingress) : fallback;
  if (!found) {
    say(unmatched(asking, [...hosts], paths));
    return { ...refused('no-route'), status: 404 };
  }
  const name = found.by === '' ? '' : ` \`${found.by}\``;
  say(hop(hops, 'ingress', 'ingressAssumed', { class: name, host: authority }));
  const door = atDoor(asking, found, served);
  if (door) return door;
  const backend: IIngressBackend = chosen ? chosen.backend : (found.ingress.data.spec?.defaultBackend ?? {});
  const at = spanOf(chosen?.node, 'path') ?? spanOf(chosen?.node) ?? fieldSpan(found.ingress, 'spec', 'defaultBackend');
  const where = { resource: refOf(found.ingress), at };
  const about = { ingress: found.ingress.name, backend: code(nameOf(backend)) };
  say(
    chosen
      ? hop(hops, 'ingress', 'ingressRule', { ...about, rule: chosen.path, type: chosen.type }, where)
      : hop(hops, 'ingress', 'ingressDefault', about, where),
  );
  return toBackend(asking, found, backend, onward);
}

function unmatched({ url, authority }: Asking, hosts: readonly string[], paths: ReturnType<typeof pathsOf>): Hop {
  const [first] = paths;
  if (!first)
    return hop(hops, 'ingress', 'ingressHost', { host: authority, hosts: hosts.map((one) => code(one || '*')) });
  const where = { resource: refOf(first.ingress), at: spanOf(first.node, 'path') ?? first.ingress.at };
  const taken = paths.map(({ path, type }) => `\`${path}\` (${type || '—'})`);
  return hop(hops, 'ingress', 'ingressPath', { host: authority, path: url.path, paths: taken }, where);
}

/** HTTP for a host with a certificate is sent to HTTPS by ingress-nginx; HTTPS without one ends at the handshake. */
function atDoor(
  { url, authority, say }: Asking,
  { ingress, by }: Served,
  served: readonly Served[],
): PlainOutcome | undefined {
  const withCertificate = served.find((one) =>
    tlsHostsOf(one.ingress).some((host) => host !== '' && isForHost(host, authority)),
  );
  if (url.scheme === 'https' && !withCertificate) {
    const where = { resource: refOf(ingress), at: fieldSpan(ingress, 'spec', 'tls') };
    say(hop(hops, 'ingress', 'ingressCertificate', { host: authority }, where));
    return refused('tls-refused');
  }
  if (url.scheme === 'https' || !withCertificate || !isNginx(by) || redirectIsOff(ingress)) return undefined;
  const owner = withCertificate.ingress;
  const where = { resource: refOf(owner), at: fieldSpan(owner, 'spec', 'tls') };
  say(hop(hops, 'ingress', 'ingressRedirect', { ingress: owner.name, host: authority }, where));
  return { status: 308, destinations: [], failures: [], redirect: { location: `https://${authority}${url.path}` } };
}

const redirectIsOff = ({ metadata }: Ingress): boolean =>
  metadata.annotations?.['nginx.ingress.kubernetes.io/ssl-redirect'] === 'false';

function toBackend(asking: Asking, { ingress, by }: Served, backend: IIngressBackend, onward: Onward): PlainOutcome {
  const { state, say } = asking;
  const namespace = ingress.namespace ?? 'default';
  const { service: wanted, resource } = backend;
  const about = { ingress: ingress.name };
  const where = (part: object | undefined, field: string) => ({
    resource: refOf(ingress),
    at: spanOf(part, field) ?? spanOf(part) ?? ingress.at,
  });
  if (!wanted) {
    say(
      hop(hops, 'ingress', 'ingressResource', { ...about, kind: text(resource?.kind) ?? '' }, where(resource, 'kind')),
    );
    return unknownAnswer(asking, text(resource?.name) ?? '');
  }
  const service = serviceNamed(state, { name: wanted.name, namespace });
  if (!service) {
    const known = lookup(state.resources).inNamespace('', 'Service', namespace);
    const names = known.length > 0 ? known.map(({ name }) => code(name)) : ['—'];
    const data = { ...about, service: wanted.name, namespace, known: names };
    say(hop(hops, 'ingress', 'ingressService', data, where(wanted, 'name')));
    return { ...refused('no-endpoints'), status: 503 };
  }
  if (service.data.spec?.type === 'ExternalName') return unknownAnswer(asking, String(service.data.spec.externalName));
  const asked = wanted.port?.name ?? wanted.port?.number ?? 0;
  const port = portOf(service, asked, 'TCP');
  if (!port) {
    const ports = portsOf(service).map((one) => code(`${one.name ?? one.port}`));
    const data = { ...about, port: code(String(asked)), service: service.name, ports };
    const field = wanted.port?.name === undefined ? 'number' : 'name';
    say(hop(hops, 'ingress', 'ingressServicePort', data, where(wanted.port, field)));
    return { ...refused('no-endpoints'), status: 503 };
  }
  return seenThrough(onward({ ...rewritten(asking, ingress), source: controllerOf(by), many: true }, service, port));
}

/** The controller as network policies see it: a pod of the namespace that its installation makes. */
function controllerOf(by: string): Asking['source'] {
  const name = isNginx(by) ? 'ingress-nginx' : by.replace(/^.*\//, '') || 'ingress';
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'controller' };
  return { label: `${name}/controller`, namespace: name, labels, ip: '', unknownAddress: true };
}

/** With `rewrite-target` the application gets another path; with groups in it, one that only the controller works out. */
function rewritten(asking: Asking, ingress: Ingress): Asking {
  const annotation = 'nginx.ingress.kubernetes.io/rewrite-target';
  const target = text(ingress.metadata.annotations?.[annotation]);
  if (target === undefined) return asking;
  const where = { resource: refOf(ingress), at: fieldSpan(ingress, 'metadata', 'annotations', annotation) };
  asking.say(hop(hops, 'ingress', 'ingressRewrite', {}, where));
  const path = target.includes('$') ? '/' : target;
  return { ...asking, url: { ...asking.url, path } };
}

/** What a client gets through a controller: its own status where the pods give none, and nothing of it is certain. */
function seenThrough(outcome: PlainOutcome): PlainOutcome {
  const status = outcome.refusal === undefined ? outcome.status : statusFor(outcome.refusal);
  const destinations = outcome.destinations.map((one) => ({ ...one, assumed: true as const }));
  return { ...outcome, ...(status !== undefined && { status }), destinations };
}

function statusFor(refusal: PlainRefusal): number {
  if (refusal === 'no-endpoints') return 503;
  return refusal === 'blocked-by-network-policy' ? 504 : 502;
}

function unknownAnswer({ url }: Asking, workload: string): PlainOutcome {
  const destination = { workload, namespace: '', host: url.host, port: url.port, share: 1, pods: [], status: 200 };
  return { status: 200, destinations: [{ ...destination, assumed: true as const }], failures: [] };
}

function nameOf({ service, resource }: IIngressBackend): string {
  if (service) return `${service.name}:${service.port?.name ?? service.port?.number ?? ''}`;
  return `${text(resource?.kind) ?? ''} ${text(resource?.name) ?? ''}`.trim();
}

function refused(refusal: PlainRefusal): PlainOutcome {
  return { refusal, destinations: [], failures: [{ refusal, share: 1 }] };
}
