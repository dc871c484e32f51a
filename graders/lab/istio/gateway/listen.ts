import type { Gateway, GatewayServer } from '../../../model/mesh/gateway.ts';
import type { PodState } from '../../cluster/index.ts';
import { bestCover, covers } from '../host.ts';
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
  gateways: readonly Gateway[],
  pods: readonly PodState[],
  port: number,
  wanted: string | undefined,
): readonly Listener[] {
  const all = gateways.flatMap((gateway) =>
    workloadsOf(gateway, pods).flatMap((workload) =>
      gateway.servers.filter((server) => server.port === port).map((server) => ({ gateway, server, workload })),
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

/** The servers that a workload opens on a port of its Service. */
export function listenersAt(
  gateways: readonly Gateway[],
  pods: readonly PodState[],
  port: number,
  at: { readonly namespace: string; readonly name: string },
): readonly Listener[] {
  return gateways.flatMap((gateway) => {
    const servers = gateway.servers.filter((server) => server.port === port);
    if (servers.length === 0) return [];
    const workload = workloadsOf(gateway, pods).find(
      ({ namespace, name }) => namespace === at.namespace && name === at.name,
    );
    return workload ? servers.map((server) => ({ gateway, server, workload })) : [];
  });
}
