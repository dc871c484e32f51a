import type { Gateway, GatewayServer } from '../../../model/mesh/gateway.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { clusterDomain } from '../../cluster/index.ts';
import { bestCover, covers } from '../host.ts';
import type { Mesh } from '../mesh.ts';
import { type GatewayWorkload, workloadsOf } from './workloads.ts';

/** A server of a Gateway, on the workload that opens its port. */
export interface Listener {
  readonly gateway: Gateway;
  readonly server: GatewayServer;
  readonly workload: GatewayWorkload;
}

/**
 * The servers that share a port of the gateway a client connects to. All Gateways that select the same pods are one.
 * @param wanted name of the gateway workload; the first that listens when undefined
 */
export function listenersOn(
  { gateways, state, registry }: Pick<Mesh, 'gateways' | 'state' | 'registry'>,
  port: number,
  wanted: string | undefined,
): readonly Listener[] {
  const all = gateways.flatMap((gateway) =>
    workloadsOf(gateway, state).flatMap((workload) =>
      gateway.servers
        .filter((server) => opens(registry, { gateway, server, workload }, port))
        .map((server) => ({ gateway, server, workload })),
    ),
  );
  const named = all.filter(({ workload: { namespace, name } }) => wanted === name || wanted === `${namespace}/${name}`);
  const candidates = wanted === undefined ? all : named;
  const [first] = candidates;
  return candidates.filter(({ workload }) => sameWorkload(workload, first?.workload));
}

function sameWorkload(a: GatewayWorkload, b: GatewayWorkload | undefined): boolean {
  return a.name === b?.name && a.namespace === b.namespace;
}

/** Whether a server is for a host: by the hosts it names, whoever may use them. */
export function servesHost({ server }: Listener, host: string): boolean {
  return server.hosts.some((one) => covers(one.host, host));
}

/** The most specific host of a server that covers a name. */
export function hostFor({ server }: Listener, host: string): string {
  return (
    bestCover(
      server.hosts.map((one) => one.host),
      host,
    ) ?? '*'
  );
}

/**
 * Whether a server is behind a port of the Service of its gateway. The number it names is of the Service; one that the
 * Service does not have is of the pods themselves, and clients come to it by the port that leads there. The listeners of
 * the Gateway API are of the Service.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/model/gateway.go
 */
function opens(
  registry: Mesh['registry'],
  { gateway, server: { port: named }, workload }: Omit<Listener, 'workload'> & { readonly workload: Place },
  port: number,
): boolean {
  if (named === port) return true;
  if (gateway.resource.group === gatewayGroup) return false;
  const service = registry.get(`${workload.name}.${workload.namespace}.svc.${clusterDomain}`);
  if (!service || service.ports.some(({ number }) => number === named)) return false;
  return service.endpoints(port).some((endpoint) => endpoint.port === named);
}

type Place = Pick<GatewayWorkload, 'namespace' | 'name'>;

/** The servers that a workload opens on a port of its Service. */
export function listenersAt(
  { gateways, state, registry }: Pick<Mesh, 'gateways' | 'state' | 'registry'>,
  port: number,
  at: Place,
): readonly Listener[] {
  return gateways.flatMap((gateway) => {
    const servers = gateway.servers.filter((server) => opens(registry, { gateway, server, workload: at }, port));
    if (servers.length === 0) return [];
    const workload = workloadsOf(gateway, state).find(
      ({ namespace, name }) => namespace === at.namespace && name === at.name,
    );
    return workload ? servers.map((server) => ({ gateway, server, workload })) : [];
  });
}
