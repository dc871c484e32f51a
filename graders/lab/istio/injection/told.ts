import { type Hop, hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { PodState } from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import type { Mesh } from '../mesh.ts';
import { injectionOf, namespaceLabelsOf } from './pods.ts';

/** Why a pod has no proxy, at the label that decides or where one is missing; undefined where a world says who has one. */
export function notInjected({ state, setup }: Pick<Mesh, 'state' | 'setup'>, pod: PodState): Hop | undefined {
  if (setup.sidecars) return undefined;
  const labels = namespaceLabelsOf(state)(pod.namespace);
  const { injected, reason } = injectionOf(pod, labels, setup);
  if (injected) return undefined;
  const data = { workload: pod.workload.name, namespace: pod.namespace };
  const template = { resource: refOf(pod.from), at: pod.at };
  switch (reason) {
    case 'host-network':
      return hop(hops, 'injection', 'notInjectedHostNetwork', data, template);
    case 'pod-disabled':
      return hop(hops, 'injection', 'notInjectedPod', data, template);
    case 'namespace-disabled': {
      const value = labels['istio-injection'] ?? '';
      return hop(hops, 'injection', 'notInjectedValue', { ...data, value }, labelOf(state, pod, 'istio-injection'));
    }
    case 'unknown-revision': {
      const key = 'istio.io/rev';
      const revision = labels[key] ?? pod.labels[key] ?? 'default';
      return hop(hops, 'injection', 'notInjectedRevision', { ...data, revision }, labelOf(state, pod, key));
    }
    default:
      return hop(hops, 'injection', 'notInjected', data, labelOf(state, pod, 'istio-injection'));
  }
}

/** The label of the namespace of a pod, else what labels it has, else the pod. */
function labelOf({ resources }: Mesh['state'], pod: PodState, key: string) {
  const [namespace] = lookup(resources).named('', 'Namespace', undefined, pod.namespace);
  if (!namespace) return { resource: refOf(pod.from), at: pod.at };
  const { labels } = namespace.metadata;
  const at = spanOf(labels, key) ?? keySpanOf(namespace.metadata, 'labels') ?? fieldSpan(namespace, 'metadata', 'name');
  return { resource: refOf(namespace), at };
}
