import { lazy } from '../../core/lazy.ts';
import type { Resource } from '../manifests/manifests.ts';
import { integer, text, texts } from '../workloads/values.ts';
import { type Fields, fields, fieldsList, optionalTexts } from './fields.ts';
import { gatewayName } from './gateway-name.ts';
import { type HttpRoute, readHttpRoute } from './http-route.ts';
import { type RouteDestination, readDestination } from './route-destination.ts';

/** A VirtualService as the control plane reads it. Hosts are as written: resolving them belongs to the lab. */
export interface VirtualService {
  readonly resource: Resource;
  readonly namespace: string;
  readonly hosts: readonly string[];
  /** `mesh` for the sidecars, otherwise `namespace/name`. */
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[] | undefined;
  /** Read on first use: a large mesh has many more routes than one request looks at. */
  readonly http: readonly HttpRoute[];
  readonly tls: readonly L4Route[];
  readonly tcp: readonly L4Route[];
}

/** A route of `tls` or `tcp`. */
export interface L4Route {
  readonly node: Fields;
  readonly matches: readonly L4Match[];
  readonly destinations: readonly RouteDestination[];
}

export interface L4Match {
  readonly node: Fields;
  readonly sniHosts: readonly string[];
  readonly destinationSubnets: readonly string[];
  readonly port: number | undefined;
  readonly sourceLabels: Fields;
  readonly sourceNamespace: string | undefined;
  readonly gateways: readonly string[] | undefined;
}

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService */
export function readVirtualService(resource: Resource): VirtualService {
  const spec = fields(fields(resource.data).spec);
  const namespace = resource.namespace ?? 'default';
  const gateways = optionalTexts(spec.gateways);
  const http = lazy(() => fieldsList(spec.http).map((node) => readHttpRoute(node, namespace)));
  return {
    resource,
    namespace,
    hosts: texts(spec.hosts as never),
    gateways: gateways && gateways.length > 0 ? gateways.map((name) => gatewayName(name, namespace)) : ['mesh'],
    exportTo: optionalTexts(spec.exportTo),
    get http() {
      return http();
    },
    tls: fieldsList(spec.tls).map((node) => readL4Route(node, namespace)),
    tcp: fieldsList(spec.tcp).map((node) => readL4Route(node, namespace)),
  };
}

function readL4Route(node: Fields, namespace: string): L4Route {
  return {
    node,
    matches: fieldsList(node.match).map((match) => ({
      node: match,
      sniHosts: texts(match.sniHosts as never),
      destinationSubnets: texts(match.destinationSubnets as never),
      port: integer(match.port),
      sourceLabels: fields(match.sourceLabels),
      sourceNamespace: text(match.sourceNamespace),
      gateways: optionalTexts(match.gateways)?.map((name) => gatewayName(name, namespace)),
    })),
    destinations: fieldsList(node.route).map(readDestination),
  };
}
