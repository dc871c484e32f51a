import type { ClusterState, PodState } from '../state.ts';
import { isHeadless } from './address.ts';
import { selectedPods } from './endpoints.ts';
import { serviceName, serviceNamed } from './find.ts';

/**
 * The pod of a name such as `web-0.web.default.svc.cluster.local`: one that gives itself that hostname in the subdomain of
 * a headless Service that selects it, and that is ready unless the Service publishes the others too.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields
 */
export function podBehind(state: ClusterState, host: string, fromNamespace: string): PodState | undefined {
  const dot = host.indexOf('.');
  if (dot === -1) return undefined;
  const name = serviceName(host.slice(dot + 1), fromNamespace);
  const service = name && serviceNamed(state, name);
  if (!service || !isHeadless(service)) return undefined;
  const hostname = host.slice(0, dot).toLowerCase();
  const early = service.data.spec?.publishNotReadyAddresses === true;
  return selectedPods(state, service).find(
    (pod) => hostnameOf(pod) === hostname && pod.ip !== '' && subdomainOf(pod) === service.name && (pod.ready || early),
  );
}

/** The name that a pod has in DNS; only those of a StatefulSet have one without asking for it. */
export function hostnameOf(pod: PodState): string | undefined {
  return pod.workload.kind === 'StatefulSet' ? pod.name : podSpec(pod)?.hostname;
}

/** The headless Service under which a pod has its name. */
export function subdomainOf(pod: PodState): string | undefined {
  if (pod.workload.kind !== 'StatefulSet') return podSpec(pod)?.subdomain;
  return (pod.from.data as { spec?: { serviceName?: string } }).spec?.serviceName;
}

interface Named {
  readonly hostname?: string;
  readonly subdomain?: string;
}

function podSpec({ from }: PodState): Named | undefined {
  const { spec } = from.data as { spec?: Named & { template?: { spec?: Named } } };
  return from.kind === 'Pod' ? spec : spec?.template?.spec;
}
