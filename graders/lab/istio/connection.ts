import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import type { L4Match, L4Route, VirtualService } from '../../model/mesh/virtual-service.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { hasLabels } from '../cluster/index.ts';
import { answered } from './answer.ts';
import { inBlock } from './authz/ip.ts';
import type { Call } from './call.ts';
import { sendTo, targetOf } from './forward.ts';
import { hops } from './hops.ts';
import { covers } from './host.ts';
import type { RequestOutcome } from './outcome.ts';
import { weigh } from './route/weights.ts';
import type { Sending } from './sending.ts';
import type { Client } from './source.ts';

/** A route of `tls` or `tcp` that takes a connection. */
export interface ChosenConnection {
  readonly owner: VirtualService;
  readonly route: L4Route;
}

/**
 * The first `tls` route whose SNI matches an encrypted connection, else the first `tcp` route whose conditions hold.
 * @param address where the client connects, if it is known
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute
 */
export function chooseConnection(
  owner: VirtualService,
  call: Call,
  client: Client,
  address: string | undefined,
  say: (hop: Hop) => void,
): ChosenConnection | undefined {
  const encrypted = call.scheme === 'https';
  const tls = encrypted
    ? owner.tls.find(({ matches }) =>
        matches.some((match) => hasSni(match, call.host) && holds(match, call, client, address)),
      )
    : undefined;
  const tcp = owner.tcp.find(
    ({ matches }) => matches.length === 0 || matches.some((match) => holds(match, call, client, address)),
  );
  const route = tls ?? tcp;
  if (!route) return undefined;
  const list = tls ? owner.tls : owner.tcp;
  const where = { resource: refOf(owner.resource), at: spanOf(route.node) ?? owner.resource.at };
  say(hop(hops, 'route', 'ruleMatched', { rule: list.indexOf(route) + 1, virtualService: owner.resource.name }, where));
  return { owner, route };
}

function hasSni({ sniHosts }: L4Match, host: string): boolean {
  return sniHosts.some((pattern) => covers(pattern.toLowerCase(), host));
}

function holds(match: L4Match, call: Call, client: Client, address: string | undefined): boolean {
  if (match.port !== undefined && match.port !== call.port) return false;
  if (
    match.destinationSubnets.length > 0 &&
    !match.destinationSubnets.some((block) => address !== undefined && inBlock(block, address))
  )
    return false;
  if (match.gateways && match.gateways.length > 0)
    return match.gateways.some((gateway) => client.gateways.includes(gateway));
  if (!hasLabels(match.sourceLabels as Readonly<Record<string, string>>, client.labels)) return false;
  return match.sourceNamespace === undefined || match.sourceNamespace === client.namespace;
}

/** Spreads a connection over the destinations of its route. */
export function connectAlong(sending: Sending, { owner, route }: ChosenConnection): RequestOutcome {
  const legs = weigh(route.destinations).flatMap((weighted) => {
    const target = targetOf(owner, route.destinations.length, weighted, sending.say);
    return sendTo(sending, target, weighted.share);
  });
  return answered(legs, sending.call);
}
