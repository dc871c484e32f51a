import type { Gateway } from '../../../model/mesh/gateway.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { type ClusterState, hasLabels, type Labels, type PodState } from '../../cluster/index.ts';
import { gatewayNameLabel } from '../gateway-api/gateways.ts';
import { rootNamespace } from '../scope.ts';

/** The pods that take on Gateways: of the world, or the ones every installation of Istio brings. */
export interface GatewayWorkload {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
  readonly ip: string;
}

/** What the `default` and `demo` profiles install, where the manifests of the world do not say otherwise. */
const installed: readonly GatewayWorkload[] = ['ingressgateway', 'egressgateway'].map((role, index) => ({
  namespace: rootNamespace,
  name: `istio-${role}`,
  labels: { app: `istio-${role}`, istio: role },
  serviceAccount: `istio-${role}-service-account`,
  ip: `10.244.0.${10 + index}`,
}));

/** Whether labels are those of pods that every installation of Istio brings, which files seldom show. */
export function areInstalled(labels: Labels): boolean {
  return [...installed.map((one) => one.labels), { app: 'istiod', istio: 'pilot' }].some((one) =>
    hasLabels(labels, one),
  );
}

/** The workloads that a Gateway selects, in any namespace. Where what was created is all there is, nothing else is taken to be installed. */
export function workloadsOf(
  gateway: Gateway,
  { pods, asCreated }: Pick<ClusterState, 'pods' | 'asCreated'>,
): readonly GatewayWorkload[] {
  const selector = gateway.selector as Readonly<Record<string, string>>;
  const found = new Map<string, GatewayWorkload>();
  for (const pod of pods) {
    const { namespace, labels, serviceAccount, ip } = pod;
    const { name } = pod.workload;
    if (isUp(pod) && hasLabels(selector, labels)) {
      found.set(`${namespace}/${name}`, { namespace, name, labels, serviceAccount, ip });
    }
  }
  if (found.size > 0 || asCreated) return [...found.values()];
  return [...installed, ...deployedFor(gateway)].filter(({ labels }) => hasLabels(selector, labels));
}

/** `image: auto` is no image: the injector replaces it with the proxy's own. */
function isUp({ ready, containers }: PodState): boolean {
  return ready || containers.every((one) => one.ready || (one.name === 'istio-proxy' && one.image === 'auto'));
}

/** Istio starts pods of its own for a Gateway of the Gateway API, named after it. */
function deployedFor({ resource, namespace }: Gateway): readonly GatewayWorkload[] {
  if (resource.group !== gatewayGroup) return [];
  const name = `${resource.name}-istio`;
  return [{ namespace, name, labels: { [gatewayNameLabel]: resource.name }, serviceAccount: name, ip: '10.244.0.12' }];
}
