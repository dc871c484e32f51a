import type { Client } from '../source.ts';
import type { Listener } from './listen.ts';

/** Address from which clients beyond the gateway come, in the block that documentation reserves. */
export const outsideIp = '203.0.113.10';

/** The gateway as a client of what is behind it, with the routes of some of its servers. */
export function gatewayClient({ workload }: Listener, listeners: readonly Listener[]): Client {
  const { namespace, name, labels, serviceAccount, ip } = workload;
  const gateways = [...new Set(listeners.map(({ gateway }) => gateway.id))];
  return {
    label: `${namespace}/${name}`,
    namespace,
    labels,
    serviceAccount,
    proxied: true,
    ip,
    remoteIp: outsideIp,
    gateways,
  };
}
