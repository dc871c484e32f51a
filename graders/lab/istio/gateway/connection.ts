import { type ChosenConnection, chooseConnection, connectAlong } from '../connection.ts';
import { covers } from '../host.ts';
import type { RequestOutcome } from '../outcome.ts';
import { outcomeOf } from '../result.ts';
import type { Sending } from '../sending.ts';
import type { Client } from '../source.ts';
import { isVisible } from '../visibility.ts';
import type { Listener } from './listen.ts';

/** A connection the gateway passes on unopened, by the `tls` and `tcp` routes of the VirtualServices bound to it. */
export function routeConnection(sending: Sending, listener: Listener): RequestOutcome {
  const chosen = connectionRoute(sending.mesh, sending.call, sending.client, listener, sending.say);
  if (chosen) return connectAlong(sending, chosen);
  return outcomeOf([{ failure: { refusal: 'no-route', flag: 'NR', share: 1 } }], undefined);
}

function connectionRoute(
  mesh: Sending['mesh'],
  call: Sending['call'],
  client: Client,
  { gateway, server }: Listener,
  say: Sending['say'],
): ChosenConnection | undefined {
  for (const { config, hosts, problem } of mesh.virtualServices) {
    if (problem() || !config.gateways.includes(gateway.id)) continue;
    if (!isVisible(config.exportTo, config.namespace, client.namespace)) continue;
    const offered = server.hosts.filter(({ namespace }) => namespace === '*' || namespace === config.namespace);
    if (!offered.some(({ host }) => hosts.some((one) => covers(host, one) || covers(one, host)))) continue;
    const chosen = chooseConnection(config, call, client, undefined, say);
    if (chosen) return chosen;
  }
  return undefined;
}
