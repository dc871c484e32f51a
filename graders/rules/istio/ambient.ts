import { decideInjection, isAmbient, isProxy } from '../../lab/istio/index.ts';
import type { Manifests, Resource } from '../../model/manifests/manifests.ts';
import type { PodTemplate } from '../../model/workloads/templates.ts';
import { items, pairs } from '../../model/workloads/values.ts';

/** The Namespace of a name, where the files show it. */
export function namespacesIn({ resources }: Manifests): ReadonlyMap<string, Resource> {
  return new Map(
    resources.flatMap((one) => (one.kind === 'Namespace' && one.group === '' ? [[one.name, one] as const] : [])),
  );
}

/** Whether the pods of a template are in ambient mode: their labels or their namespace's say so, and no sidecar is put in. */
export function isAmbientPod(template: PodTemplate, namespaces: ReadonlyMap<string, Resource>): boolean {
  const { namespace, labels, metadata, spec } = template;
  const namespaceLabels = Object.fromEntries(pairs(namespaces.get(namespace)?.metadata.labels));
  const hostNetwork = spec.hostNetwork === true;
  const written = [...items(spec.containers), ...items(spec.initContainers)].some(isProxy);
  const podAnnotations = Object.fromEntries(pairs(metadata.annotations));
  const { injected } = decideInjection({ namespace, namespaceLabels, podLabels: labels, podAnnotations, hostNetwork });
  return isAmbient({ labels, spec: { hostNetwork } }, namespaceLabels, written || injected);
}
