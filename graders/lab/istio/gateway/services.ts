import type { Gateway } from '../../../model/mesh/gateway.ts';
import { type ClusterState, clusterDomain, type PodState } from '../../cluster/index.ts';
import type { MeshService } from '../registry.ts';
import { type GatewayWorkload, workloadsOf } from './workloads.ts';

/** What the Services of the profiles open, and where on the pods. */
const ports = [
  { number: 80, target: 8080, protocol: 'http' },
  { number: 443, target: 8443, protocol: 'tls' },
] as const;

/**
 * The Services of the gateways that a profile installs and that a Gateway uses, where the world brings none of that name.
 * @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/
 */
export function withGatewayServices(
  registry: ReadonlyMap<string, MeshService>,
  gateways: readonly Gateway[],
  state: Pick<ClusterState, 'pods' | 'asCreated'>,
): ReadonlyMap<string, MeshService> {
  const all = new Map(registry);
  for (const gateway of gateways) {
    for (const workload of workloadsOf(gateway, state)) {
      const host = `${workload.name}.${workload.namespace}.svc.${clusterDomain}`;
      if (!all.has(host)) all.set(host, serviceOf(host, workload, gateway, state.pods));
    }
  }
  return all;
}

function serviceOf(
  host: string,
  workload: GatewayWorkload,
  { resource }: Gateway,
  pods: readonly PodState[],
): MeshService {
  const own = pods.filter((pod) => pod.namespace === workload.namespace && pod.workload.name === workload.name);
  const behind = own.length > 0 ? own : [podOf(workload, resource)];
  return {
    kind: 'Service',
    host,
    name: workload.name,
    namespace: workload.namespace,
    ports: ports.map(({ number, protocol }) => ({ number, protocol, at: resource.at })),
    exportTo: undefined,
    resource,
    external: false,
    headless: false,
    addresses: [],
    endpoints: (number) => {
      const port = ports.find((one) => one.number === number)?.target;
      return port === undefined ? [] : behind.map((pod) => ({ pod, port }));
    },
  };
}

/** Only the proxy runs in it, which listens where some Gateway says so. */
function podOf({ namespace, name, labels, serviceAccount, ip }: GatewayWorkload, from: Gateway['resource']): PodState {
  return {
    name,
    namespace,
    labels,
    annotations: {},
    serviceAccount,
    workload: { kind: 'Deployment', name },
    phase: 'Running',
    ready: true,
    ip,
    containers: [],
    initContainers: [],
    from,
    at: from.at,
  };
}
