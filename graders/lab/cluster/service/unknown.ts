import { type Hop, hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { hops } from '../hops.ts';
import type { ClusterState, PodState } from '../state.ts';
import { isHeadless } from './address.ts';
import { aliasLost } from './alias.ts';
import { clusterDomain, type Service, serviceName, serviceNamed, services } from './find.ts';
import { hostnameOf, subdomainOf } from './pod-name.ts';

/** Ends of names of the world outside, the ones set apart for examples among them. Those of countries have two letters. */
const publicEnds =
  /^(?:com|net|org|edu|gov|mil|int|info|biz|io|dev|app|cloud|online|shop|store|tech|example|test|[a-z]{2})$/;

/**
 * Whether only the DNS of the cluster could answer for a name: it ends as those of Services do, or in a namespace of this
 * world, or it begins or ends with the name of one of its Services and not as names of the world outside do.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function isOfCluster(state: ClusterState, host: string, fromNamespace: string): boolean {
  if (/^[\d.]+$|:/.test(host)) return false;
  const name = host.replace(/\.$/, '').toLowerCase();
  const labels = name.split('.');
  const [first = '', second = ''] = labels;
  const last = labels.at(-1) ?? '';
  if (labels.length === 1 || last === 'svc' || name.endsWith(`.${clusterDomain}`)) return true;
  if (labels.length > 3) return false;
  if (lookup(state.resources).hasNamespace(last)) return true;
  if (labels.length === 2 && serviceNamed(state, { name: second, namespace: fromNamespace })) return true;
  return labels.length === 2 && !publicEnds.test(second) && services(state).some((service) => service.name === first);
}

/** Why the DNS of the cluster does not know a name, as far as this world shows what was meant. */
export function whyUnknown(state: ClusterState, host: string, namespace: string): Hop {
  const known = aliasLost(state, host, namespace) ?? whyNameless(state, host, namespace);
  if (known) return known;
  const elsewhere = services(state).find(({ name }) => name === host.replace(/\..*$/, ''));
  if (!elsewhere) return hop(hops, 'dns', 'hostUnknown', { host, namespace });
  const where = elsewhere.namespace ?? 'default';
  const data = { host, namespace, service: elsewhere.name, where };
  const at = fieldSpan(elsewhere, 'metadata', 'namespace');
  return hop(hops, 'dns', 'hostElsewhere', data, { resource: refOf(elsewhere), at });
}

/** The pod that a name of two parts or more begins with is there, and its name does not lead to it. */
function whyNameless(state: ClusterState, host: string, fromNamespace: string): Hop | undefined {
  const dot = host.indexOf('.');
  const wanted = dot === -1 ? undefined : serviceName(host.slice(dot + 1), fromNamespace);
  const service = wanted && serviceNamed(state, wanted);
  const first = host.slice(0, dot).toLowerCase();
  const pod =
    service &&
    byLabel(state.pods)
      .in(service.namespace)
      .find((one) => one.name === first || hostnameOf(one) === first);
  return service && pod && reason(host, service, pod);
}

function reason(host: string, service: Service, pod: PodState): Hop {
  const data = { host, pod: pod.name, service: service.name };
  const atPod = { resource: refOf(pod.from), at: pod.at };
  if (!isHeadless(service)) {
    const at = fieldSpan(service, 'spec', 'clusterIP');
    return hop(hops, 'dns', 'podNotHeadless', data, { resource: refOf(service), at });
  }
  const subdomain = subdomainOf(pod);
  if (subdomain !== undefined && subdomain !== service.name) {
    const field = pod.workload.kind === 'StatefulSet' ? 'serviceName' : 'subdomain';
    const at = fieldSpan(pod.from, 'spec', field);
    return hop(hops, 'dns', 'podOtherDomain', { ...data, field, subdomain }, { resource: refOf(pod.from), at });
  }
  if (subdomain === undefined || hostnameOf(pod) === undefined) return hop(hops, 'dns', 'podNameless', data, atPod);
  return hop(hops, 'dns', pod.ready ? 'podNotSelected' : 'podNotReady', data, atPod);
}
