import type { Resource } from '../../../model/manifests/manifests.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { type InjectedPod, type LiveCluster, type LiveHooks, withHooks } from '../../cluster/index.ts';
import { decideInjection as istioDecides } from '../../istio/index.ts';
import { decideInjection as linkerdDecides } from '../../linkerd/index.ts';
import { istioGateway, istioProxy, linkerdProxy } from './proxies.ts';

const admission = 'admissionregistration.k8s.io';

/** Names of the webhooks by which a mesh adds its proxies. */
export const linkerdInjector = 'linkerd-proxy-injector-webhook-config';
const istioInjector = /^(?:istio-sidecar-injector|istio-revision-tag-.+)/;
export const vizInjector = 'linkerd-tap-injector-webhook-config';

/**
 * What the meshes of a cluster make of a pod that is being created: those whose webhook is registered, as its objects say, and
 * nobody else. Which pods they take is decided by `lab/istio` and `lab/linkerd`.
 */
const meshes: LiveHooks = {
  inject: (pod, resources) => {
    const hooks = resources.filter(({ kind, group }) => kind === 'MutatingWebhookConfiguration' && group === admission);
    if (hooks.length === 0) return pod;
    return throughLinkerd(throughIstio(pod, hooks, resources), hooks, resources);
  },
};

/** A cluster whose pods go through the webhooks it has. */
export function withMeshHooks(live: LiveCluster): LiveCluster {
  return live.hooks.inject ? live : withHooks(live, meshes);
}

/** Revisions and tags of Istio whose webhook is registered. */
export function istioRevisions(resources: readonly Resource[]): readonly string[] {
  const hooks = resources.filter(
    ({ kind, name }) => kind === 'MutatingWebhookConfiguration' && istioInjector.test(name),
  );
  const named = hooks.flatMap(({ name, metadata }) => {
    const labels = labelsOf(metadata.labels);
    const tag = labels['istio.io/tag'];
    const revision = labels['istio.io/rev'] ?? 'default';
    return name === 'istio-sidecar-injector' ? [revision, 'default'] : [tag ?? revision];
  });
  return [...new Set(named)];
}

function throughIstio(pod: InjectedPod, hooks: readonly Resource[], resources: readonly Resource[]): InjectedPod {
  const revisions = istioRevisions(hooks);
  const isGateway = isGatewayPod(pod);
  if (revisions.length === 0 || (hasContainer(pod, 'istio-proxy') && !isGateway)) return pod;
  const decided = istioDecides({
    namespace: pod.namespace,
    namespaceLabels: labelsOf(namespaceOf(resources, pod.namespace)?.metadata.labels),
    podLabels: pod.labels,
    podAnnotations: pod.annotations,
    hostNetwork: pod.spec.hostNetwork === true,
    revisions,
  });
  if (!decided.injected) return pod;
  return (isGateway ? istioGateway : istioProxy)(pod, decided.revision ?? 'default');
}

/** A pod that asks for the template of gateways: it leaves the image of its proxy to the injector. */
const isGatewayPod = ({ annotations, spec }: InjectedPod): boolean =>
  annotations['inject.istio.io/templates'] === 'gateway' &&
  (spec.containers ?? []).some(({ name, image }) => name === 'istio-proxy' && image === 'auto');

function throughLinkerd(pod: InjectedPod, hooks: readonly Resource[], resources: readonly Resource[]): InjectedPod {
  if (!hooks.some(({ name }) => name === linkerdInjector)) return pod;
  const namespace = namespaceOf(resources, pod.namespace);
  const decided = linkerdDecides({
    namespace: pod.namespace,
    namespaceLabels: labelsOf(namespace?.metadata.labels),
    namespaceAnnotations: labelsOf(namespace?.metadata.annotations),
    podAnnotations: pod.annotations,
    hostNetwork: pod.spec.hostNetwork === true,
    containers: [...(pod.spec.containers ?? []), ...(pod.spec.initContainers ?? [])].map(({ name }) => name),
  });
  if (!decided.injected) return pod;
  return linkerdProxy(
    pod,
    labelsOf(namespace?.metadata.annotations),
    hooks.some(({ name }) => name === vizInjector),
  );
}

const hasContainer = ({ spec }: InjectedPod, wanted: string): boolean =>
  [...(spec.containers ?? []), ...(spec.initContainers ?? [])].some(({ name }) => name === wanted);

type Written = Readonly<Record<string, string>> | null | undefined;

const labelsOf = (value: Written): Readonly<Record<string, string>> => Object.fromEntries(pairs(value));

const namespaceOf = (resources: readonly Resource[], wanted: string): Resource | undefined =>
  resources.findLast(({ kind, group, name }) => kind === 'Namespace' && group === '' && name === wanted);
