import { gatewayNameLabel, type Mesh } from '../../istio/index.ts';
import type { Exchange } from './exchange.ts';
import { endOf } from './workload.ts';

/**
 * An exchange through a waypoint, as each proxy on the way tells it: the client's has a connection with the waypoint, the
 * waypoint an HTTP request from the client to the pods, and the proxy of the pods a connection from the waypoint.
 * @param label `namespace/name` of the waypoint
 * @see https://istio.io/latest/docs/ambient/migrate/enable-ambient-mode/#post-migration-observability-changes
 */
export function partsOf(mesh: Mesh, exchange: Exchange, label: string | undefined): readonly Exchange[] {
  const found = label === undefined ? undefined : mesh.waypoints.waypoints.get(label);
  if (!found) return [exchange];
  const { namespace, name, serviceAccount } = found;
  const labels = { [gatewayNameLabel]: name };
  const waypoint = endOf({ namespace, serviceAccount, labels, annotations: {}, workload: { name }, pods: [] });
  const alone = { ...exchange, sourceProxies: [], destinationProxies: [] };
  return [
    { ...alone, sourceProxies: exchange.sourceProxies, destination: waypoint, tls: 'mutual' },
    { ...alone, waypointProxies: [{ namespace, name, ambient: false }] },
    { ...alone, source: waypoint, destinationProxies: exchange.destinationProxies },
  ];
}
