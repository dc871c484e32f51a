import { code } from '../../../core/code.ts';
import { hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { sayUnboundRoutes } from '../gateway-api/told.ts';
import { hops } from '../hops.ts';
import { covers } from '../host.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { Sending } from '../sending.ts';

/** How many VirtualServices of other gateways are told. */
const mostTold = 5;

/**
 * No VirtualService of a gateway is for a host. Those that name the host and ask for other gateways are told: the usual
 * slip is a name without its namespace, which means the namespace of the VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (`gateways`)
 */
export function sayNotServed({ mesh, client, say }: Sending, host: string): void {
  const named = mesh.virtualServices.filter(({ hosts }) => hosts.some((pattern) => covers(pattern, host)));
  for (const virtual of named.slice(0, mostTold)) sayBoundElsewhere(virtual, host, client.gateways, say);
  sayUnboundRoutes({ mesh, say }, client.gateways);
  say(hop(hops, 'route', 'hostNotServed', { host, gateways: client.gateways.map(code) }));
}

function sayBoundElsewhere(
  { config }: HostedVirtualService,
  host: string,
  serving: readonly string[],
  say: Sending['say'],
): void {
  const { resource, gateways } = config;
  if (resource.kind !== 'VirtualService' || gateways.some((gateway) => serving.includes(gateway))) return;
  const virtualService = resource.name;
  const index = gateways.findIndex((gateway) => namesake(gateway, serving) !== undefined);
  const gateway = gateways[index];
  const meant = gateway && namesake(gateway, serving);
  const at = fieldSpan(resource, 'spec', 'gateways', ...(meant ? [index] : []));
  const where = { resource: refOf(resource), at };
  say(
    meant
      ? hop(hops, 'route', 'gatewayElsewhere', { virtualService, host, gateway, meant }, where)
      : hop(hops, 'route', 'notOfGateway', { virtualService, host, gateways: gateways.map(code) }, where),
  );
}

/** Of some Gateways the one with the same name in another namespace. */
function namesake(gateway: string, others: readonly string[]): string | undefined {
  const name = (written: string) => written.slice(written.indexOf('/') + 1);
  return others.find((one) => one !== gateway && name(one) === name(gateway));
}
