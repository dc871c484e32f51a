import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import type { Gateway, GatewayHost, GatewayServer } from '../../../model/mesh/gateway.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { integer, text } from '../../../model/workloads/values.ts';
import { type ClusterState, selects } from '../../cluster/index.ts';

/** Label of the pods that Istio starts for a Gateway of the Gateway API. */
export const gatewayNameLabel = 'gateway.networking.k8s.io/gateway-name';

/**
 * The listeners of the Gateways of class `istio`, each read as an Istio Gateway of one server. Istio starts the pods that
 * take them on, in the namespace of the Gateway.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export function apiGateways(state: ClusterState): readonly Gateway[] {
  return state.resources
    .filter(({ kind, group }) => kind === 'Gateway' && group === gatewayGroup)
    .flatMap((resource) => {
      const spec = fields(fields(resource.data).spec);
      if (spec.gatewayClassName !== 'istio') return [];
      return fieldsList(spec.listeners).map((listener) => listenerGateway(state, resource, listener));
    });
}

/** `namespace/name/listener`. */
export function listenerId(namespace: string, gateway: string, listener: string): string {
  return `${namespace}/${gateway}/${listener}`;
}

function listenerGateway(state: ClusterState, resource: Resource, listener: Fields): Gateway {
  const namespace = resource.namespace ?? 'default';
  const server: GatewayServer = {
    node: listener,
    port: integer(listener.port) ?? 0,
    protocol:
      listener.protocol === 'HTTPS' || listener.protocol === 'TLS' || listener.protocol === 'TCP'
        ? listener.protocol
        : 'HTTP',
    hosts: hostsOf(state, listener, namespace),
    bind: '',
    tlsMode: text(fields(listener.tls).mode)?.toUpperCase() ?? (listener.protocol === 'HTTPS' ? 'SIMPLE' : undefined),
    httpsRedirect: false,
  };
  const id = listenerId(namespace, resource.name, text(listener.name) ?? '');
  return { resource, namespace, id, selector: { [gatewayNameLabel]: resource.name }, servers: [server] };
}

/** Routes of the Gateway's own namespace may attach, unless `allowedRoutes` says otherwise. */
function hostsOf(state: ClusterState, listener: Fields, own: string): readonly GatewayHost[] {
  const host = text(listener.hostname)?.toLowerCase() ?? '*';
  const allowed = fields(fields(listener.allowedRoutes).namespaces);
  if (allowed.from === 'All') return [{ namespace: '*', host }];
  if (allowed.from !== 'Selector') return [{ namespace: own, host }];
  return state.resources
    .filter(({ kind, name, metadata }) => {
      const labels = { ...(fields(metadata.labels) as Record<string, string>), 'kubernetes.io/metadata.name': name };
      return kind === 'Namespace' && selects(allowed.selector, labels);
    })
    .map(({ name }) => ({ namespace: name, host }));
}
