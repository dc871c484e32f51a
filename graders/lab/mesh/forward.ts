import type { Span } from '../../core/span.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { answered } from './answer.ts';
import type { Call } from './call.ts';
import { outside } from './direct.ts';
import { hops } from './hops.ts';
import { fullHostOf } from './host.ts';
import type { Mesh } from './mesh.ts';
import type { RequestOutcome } from './outcome.ts';
import { groupsOf, type Leg } from './receive.ts';
import type { MeshService } from './registry.ts';
import type { ProxyRoute } from './route/routes.ts';
import { type Weighted, weigh } from './route/weights.ts';
import { receive } from './secure.ts';
import type { Client } from './source.ts';
import { type Target, upstreamOf } from './upstream.ts';

/** Does what a matched route says with a call. */
export function forward(
  mesh: Mesh,
  client: Client,
  call: Call,
  chosen: ProxyRoute,
  say: (hop: Hop) => void,
): RequestOutcome {
  const legs = weigh(chosen.route.destinations).flatMap((weighted) => {
    const target = targetOf(chosen, weighted, say);
    return sendTo(mesh, client, call, target, weighted.share, say);
  });
  return answered(legs, call);
}

/** The Service as it is: no route changes anything. */
export function passThrough(
  mesh: Mesh,
  client: Client,
  call: Call,
  service: MeshService | 'outside',
  say: (hop: Hop) => void,
): RequestOutcome {
  if (service === 'outside') return outside(call);
  const target = { host: service.host, port: call.port, subset: undefined };
  return answered(sendTo(mesh, client, call, target, 1, say), call);
}

function sendTo(
  mesh: Mesh,
  client: Client,
  call: Call,
  target: Target,
  share: number,
  say: (hop: Hop) => void,
): readonly Leg[] {
  const upstream = upstreamOf(mesh, client, target, call.port, say);
  if ('failure' in upstream) return [{ failure: { ...upstream.failure, share } }];
  const { service, subset, endpoints } = upstream;
  const arrival = {
    mesh,
    client,
    call,
    host: service.host,
    clientTls: 'auto',
    ...(subset === undefined ? {} : { subset }),
  } as const;
  return groupsOf(endpoints, share).map((group) => receive(arrival, group, say));
}

function targetOf(
  { owner, route }: ProxyRoute,
  { destination, weight, sum, share }: Weighted,
  say: (hop: Hop) => void,
): Target {
  const host = fullHostOf(destination.host, owner.namespace);
  const name = destination.subset === undefined ? destination.host : `${destination.host} (${destination.subset})`;
  const where = { resource: refOf(owner.resource), at: destinationSpan(destination.node) ?? owner.resource.at };
  if (route.destinations.length === 1) say(hop(hops, 'destination', 'onlyDestination', { destination: name }, where));
  else
    say(
      hop(
        hops,
        'destination',
        'weighed',
        { destination: name, percent: Math.round(share * 1000) / 10, weight, sum },
        where,
      ),
    );
  return {
    host,
    port: destination.port,
    subset: destination.subset,
    from: { resource: owner.resource, node: destination.node },
  };
}

/** What makes a destination get its part: its weight, else which one it is. */
function destinationSpan(node: object): Span | undefined {
  const { destination } = node as { destination?: unknown };
  return spanOf(node, 'weight') ?? spanOf(destination, 'subset') ?? spanOf(destination, 'host') ?? spanOf(node);
}
