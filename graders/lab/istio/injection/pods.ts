import { lookup } from '../../../model/manifests/lookup.ts';
import { object } from '../../../model/workloads/values.ts';
import type { ClusterState, Labels, PodState } from '../../cluster/index.ts';
import { decideInjection, type InjectionDecision } from './decide.ts';

/** How the sidecar injector of a mesh is set up. */
export interface InjectorSetup {
  readonly revisions?: readonly string[];
  readonly byDefault?: boolean;
}

/** Labels of each namespace that the world declares. */
export function namespaceLabelsOf({ resources }: ClusterState): (namespace: string) => Labels {
  const known = lookup(resources);
  return (name) => object(known.named('', 'Namespace', undefined, name).at(-1)?.metadata.labels) ?? {};
}

/** What the injector would decide if the pod were created now, under the labels its namespace has now. */
export function injectionOf(pod: PodState, namespaceLabels: Labels, setup: InjectorSetup = {}): InjectionDecision {
  return decideInjection({
    namespace: pod.namespace,
    namespaceLabels,
    podLabels: pod.labels,
    podAnnotations: pod.annotations,
    hostNetwork: pod.spec?.hostNetwork === true,
    ...setup,
  });
}

/** Whether a pod has a proxy: one that the injector put there, or one written in its manifest, as `istioctl kube-inject` and gateways do. */
export function carriesProxy({ containers, initContainers }: PodState): boolean {
  return [...containers, ...initContainers].some(isProxy);
}

/** A container is the proxy by its name and its image, whoever publishes it, or leaves that to the injector (`auto`). */
export function isProxy({ name, image }: { readonly name?: unknown; readonly image?: unknown }): boolean {
  return name === 'istio-proxy' && typeof image === 'string' && proxyImage.test(image);
}

const proxyImage = /^auto$|(?:^|\/)proxyv2(?:[:@]|$)/;
