import { fields } from '../../../model/mesh/fields.ts';
import type { Gateway } from '../../../model/mesh/gateway.ts';
import { isSet } from '../../../model/workloads/values.ts';
import { type ApiListener, listenersOf } from './listeners.ts';
import { tlsModeOf } from './tls.ts';
import type { ApiWorld } from './world.ts';

/** Label of the pods that Istio starts for a Gateway of the Gateway API. */
export const gatewayNameLabel = 'gateway.networking.k8s.io/gateway-name';

/**
 * The listeners of the Gateways of class `istio` that nothing is wrong with, each read as an Istio Gateway of one server. Istio
 * starts the pods that take them on, in the namespace of the Gateway.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export function apiGateways(world: ApiWorld): readonly Gateway[] {
  return world.gateways
    .filter(({ data }) => fields(fields(data).spec).gatewayClassName === 'istio')
    .flatMap((gateway) => listenersOf(gateway, world))
    .filter(({ isOpen, isValid }) => isOpen && isValid)
    .map(asGateway);
}

/** What VirtualServices made of routes bind to: `namespace/name/listener`. */
export function listenerId({ namespace, gateway, name }: ApiListener): string {
  return `${namespace}/${gateway.name}/${name}`;
}

function asGateway(listener: ApiListener): Gateway {
  const { gateway: resource, namespace, node, port, protocol, hosts } = listener;
  const frontend = fields(fields(fields(fields(resource.data).spec).tls).frontend);
  return {
    resource,
    namespace,
    id: listenerId(listener),
    selector: { [gatewayNameLabel]: resource.name },
    servers: [
      {
        node,
        port,
        protocol: protocol === 'HTTPS' || protocol === 'TLS' || protocol === 'TCP' ? protocol : 'HTTP',
        hosts,
        bind: '',
        tlsMode: isSet(node.tls) ? tlsModeOf(fields(node.tls), frontend, port) : undefined,
        httpsRedirect: false,
      },
    ],
  };
}
