import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import type { L4Match, L4Route } from '../../../model/mesh/virtual-service.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { ChosenConnection } from '../connection.ts';
import { hops } from '../hops.ts';
import { bySpecificity, covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Mesh } from '../mesh.ts';
import type { Sending } from '../sending.ts';
import { isVisible } from '../visibility.ts';
import type { Listener } from './listen.ts';

/** What a gateway does with the connections of some names. */
export interface Chain {
  readonly listener: Listener;
  /** Asked for in TLS (SNI). */
  readonly names: readonly string[];
  /** Where connections go; absent where requests are read and routed. */
  readonly chosen?: ChosenConnection;
}

/**
 * The servers of a port that `istiod` configures, the oldest Gateway first. One with TLS whose host another one already has is left
 * out, and so is one that does not go with what the port speaks since the first plain server: only HTTP may be there several times.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/model/gateway.go (`mergeGateways`)
 */
export function mergedServers(listeners: readonly Listener[], say: Sending['say']): readonly Listener[] {
  const known = new Set<string>();
  const merged: Listener[] = [];
  let plain: string | undefined;
  for (const listener of listeners) {
    const { server } = listener;
    if (server.node.tls !== undefined) {
      const names = server.hosts.map(({ namespace, host }) => `${server.bind} ${namespace}/${host}`);
      if (names.some((name) => known.has(name))) {
        say(repeated(listener));
        continue;
      }
      for (const name of names) known.add(name);
    }
    const isHttp = server.protocol === 'HTTP';
    if (plain !== undefined && !(isHttp && plain === 'HTTP')) continue;
    if (isHttp || server.node.tls === undefined) plain = server.protocol;
    merged.push(listener);
  }
  return byProtocol(merged);
}

/** The servers of a protocol stand together, in the place of the first one: that decides where two are for the same name. */
function byProtocol(listeners: readonly Listener[]): readonly Listener[] {
  const groups = new Map<string, Listener[]>();
  for (const listener of listeners) {
    const { protocol, bind } = listener.server;
    const group = groups.get(`${protocol} ${bind}`);
    if (group) group.push(listener);
    else groups.set(`${protocol} ${bind}`, [listener]);
  }
  return [...groups.values()].flat();
}

function repeated({ gateway: { resource }, server }: Listener): Hop {
  const data = { port: server.port, gateway: resource.name, hosts: server.hosts.map(({ host }) => code(host)) };
  const at = spanOf(server.node, 'hosts') ?? resource.at;
  return hop(hops, 'gateway', 'serverRepeated', data, { resource: refOf(resource), at });
}

/** Whether a gateway ends the TLS of what comes to a server. */
export const opensTls = ({ server }: Listener): boolean =>
  server.tlsMode !== undefined && !server.tlsMode.endsWith('PASSTHROUGH');

/**
 * What the gateway does with TLS on a port: the chain with the most specific of the names that mean the one that is asked for.
 * @returns undefined where no chain is for it, and the connection breaks off
 * @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/listener/v3/listener_components.proto
 */
export function chainFor(sending: Omit<Sending, 'client'>, listeners: readonly Listener[]): Chain | undefined {
  const { call, mesh } = sending;
  const candidates = chainsOf(mesh, listeners).flatMap((chain) =>
    chain.names.filter((name) => covers(name, call.host)).map((name) => ({ chain, name })),
  );
  return candidates.toSorted((a, b) => bySpecificity(a.name, b.name))[0]?.chain;
}

/** Of rules that ask for a name that another rule of the port has, only the first one counts. */
function chainsOf(mesh: Mesh, listeners: readonly Listener[]): readonly Chain[] {
  const taken = new Set<string>();
  return listeners.flatMap((listener): readonly Chain[] => {
    const { server } = listener;
    const names = server.hosts.map(({ host }) => host);
    if (opensTls(listener)) {
      if (server.protocol === 'HTTPS') return [{ listener, names }];
      const chosen = tcpRouteAt(mesh, listener);
      return chosen ? [{ listener, names, chosen }] : [];
    }
    return boundTo(mesh, listener).flatMap(({ config }) =>
      config.tls.flatMap((route) =>
        route.matches.flatMap((match): readonly Chain[] => {
          const asked = match.sniHosts.map((name) => name.toLowerCase());
          if (!isFor(match, listener) || asked.some((name) => taken.has(name))) return [];
          for (const name of asked) taken.add(name);
          return [{ listener, names: asked, chosen: { owner: config, route } }];
        }),
      ),
    );
  });
}

/**
 * The first `tcp` rule that is for a server, whatever it is asked for. The rules of a TLSRoute are for the connections of a server
 * that ends TLS, too.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/gateway.go (`buildGatewayNetworkFiltersFromTCPRoutes`)
 */
export function tcpRouteAt(mesh: Mesh, listener: Listener): ChosenConnection | undefined {
  const fits = ({ matches }: L4Route) => matches.length === 0 || matches.some((match) => isFor(match, listener));
  for (const { config } of boundTo(mesh, listener)) {
    const ofTls = config.resource.kind === 'TLSRoute' && opensTls(listener) ? config.tls : [];
    const route = config.tcp.find((one) => one.destinations.length > 0 && fits(one)) ?? ofTls.find(fits);
    if (route) return { owner: config, route };
  }
  return undefined;
}

/** Who the client is counts for nothing at a gateway. */
function isFor({ port, gateways }: L4Match, { gateway, server }: Listener): boolean {
  return (port === undefined || port === server.port) && (!gateways?.length || gateways.includes(gateway.id));
}

/** The VirtualServices for the hosts of a server. */
function boundTo(mesh: Mesh, { gateway, server, workload }: Listener): readonly HostedVirtualService[] {
  return mesh.virtualServices.filter(({ config, hosts, problem }) => {
    if (problem() || !config.gateways.includes(gateway.id)) return false;
    if (!isVisible(config.exportTo, config.namespace, workload.namespace)) return false;
    const offered = server.hosts.filter(({ namespace }) => namespace === '*' || namespace === config.namespace);
    return offered.some(({ host }) => hosts.some((one) => covers(host, one) || covers(one, host)));
  });
}

/** Tells which rule takes a connection. */
export function sayTaken({ say }: Pick<Sending, 'say'>, { owner, route }: ChosenConnection): void {
  const list = owner.tls.includes(route) ? owner.tls : owner.tcp;
  const where = { resource: refOf(owner.resource), at: spanOf(route.node) ?? owner.resource.at };
  say(hop(hops, 'route', 'ruleMatched', { rule: list.indexOf(route) + 1, virtualService: owner.resource.name }, where));
}
