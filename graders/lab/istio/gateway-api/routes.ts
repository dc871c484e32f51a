import { lazy } from '../../../core/lazy.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import type { Gateway } from '../../../model/mesh/gateway.ts';
import {
  type ApiRoute,
  anyMatch,
  gatewayGroup,
  type ParentRef,
  readApiRoute,
} from '../../../model/mesh/gateway-api.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { clusterDomain } from '../../cluster/index.ts';
import type { HostedVirtualService } from '../hosted.ts';
import type { ProxyRoute } from '../route/routes.ts';
import { refusalsOf } from '../validate/validate.ts';
import { byPrecedence } from './precedence.ts';

/**
 * The HTTPRoutes of a cluster, gathered by what they decide about (a host on a Gateway, or a Service for some clients),
 * each gathering read as one VirtualService. A route in the namespace of its Service is for every client; one in another
 * namespace, only for the clients of that namespace.
 * @param resources the HTTPRoutes and ReferenceGrants, oldest first
 * @see https://gateway-api.sigs.k8s.io/mesh/
 */
export function apiVirtualServices(
  resources: readonly Resource[],
  gateways: readonly Gateway[],
): readonly HostedVirtualService[] {
  const grants = resources.filter(({ kind }) => kind === 'ReferenceGrant');
  const attachments = resources
    .filter((resource) => resource.kind === 'HTTPRoute' && refusalsOf(resource).length === 0)
    .map((resource) =>
      readApiRoute(resource, (to, name) => isGranted(grants, resource.namespace ?? 'default', to, name)),
    )
    .flatMap((route) => route.parents.flatMap((parent) => attached(route, parent, gateways)));
  const gathered = new Map<string, Attachment[]>();
  for (const attachment of attachments) {
    const same = gathered.get(attachment.key);
    if (same) same.push(attachment);
    else gathered.set(attachment.key, [attachment]);
  }
  return [...gathered.values()].map(hosted);
}

/** One route for one host, on a Gateway or for clients of the mesh. */
interface Attachment {
  readonly key: string;
  readonly route: ApiRoute;
  readonly config: VirtualService;
  readonly host: string;
  readonly port: number | undefined;
}

function attached(route: ApiRoute, parent: ParentRef, gateways: readonly Gateway[]): readonly Attachment[] {
  return parent.kind === 'Service' ? [toService(route, parent)] : toGateway(route, parent, gateways);
}

function toService(route: ApiRoute, { name, namespace, port }: ParentRef): Attachment {
  const host = `${name}.${namespace}.svc.${clusterDomain}`;
  const exportTo = route.namespace === namespace ? ['*'] : [route.namespace];
  const config = virtual(route, ['mesh'], exportTo);
  return { key: `mesh ${exportTo} ${host}`, route, config, host, port };
}

function toGateway(route: ApiRoute, parent: ParentRef, gateways: readonly Gateway[]): readonly Attachment[] {
  const listeners = gateways.filter(({ resource, id, servers }) => {
    const section = id.slice(id.lastIndexOf('/') + 1);
    return (
      resource.group === gatewayGroup &&
      resource.name === parent.name &&
      resource.namespace === parent.namespace &&
      (parent.section === undefined || parent.section === section) &&
      (parent.port === undefined || servers.some(({ port }) => port === parent.port))
    );
  });
  const hosts = route.hostnames.length > 0 ? route.hostnames : ['*'];
  return listeners.flatMap(({ id }) =>
    hosts.map((host) => ({
      key: `${id} ${route.namespace} ${host}`,
      route,
      config: virtual(route, [id], ['*']),
      host,
      port: undefined,
    })),
  );
}

function virtual(
  { resource, namespace, rules }: ApiRoute,
  gateways: readonly string[],
  exportTo: readonly string[],
): VirtualService {
  return { resource, namespace, hosts: [], gateways, exportTo, http: rules, tls: [], tcp: [] };
}

function hosted(attachments: readonly Attachment[]): HostedVirtualService {
  const [first] = attachments as readonly [Attachment];
  return {
    config: first.config,
    hosts: [first.host],
    routes: lazy(() => byPrecedence(attachments.flatMap(proxyRoutesOf))),
    problem: () => undefined,
  };
}

function proxyRoutesOf({ route, config, port }: Attachment): readonly ProxyRoute[] {
  return route.rules.map((rule, index) => {
    const matches = port === undefined ? rule.matches : matchesOfPort(rule, port);
    return { owner: config, route: rule, number: index + 1, alternatives: matches.map((match) => [match]) };
  });
}

/** A parent with a port is only for the requests to that port, those of a rule without conditions too. */
function matchesOfPort({ matches, node }: ApiRoute['rules'][number], port: number) {
  return (matches.length > 0 ? matches : [anyMatch(node)]).map((match) => ({ ...match, port }));
}

function isGranted(grants: readonly Resource[], from: string, to: string, service: string): boolean {
  return grants.some(({ namespace = 'default', data }) => {
    const spec = fields(fields(data).spec);
    return (
      namespace === to &&
      fieldsList(spec.from).some((one) => one.kind === 'HTTPRoute' && one.namespace === from) &&
      fieldsList(spec.to).some((one) => one.kind === 'Service' && (one.name === undefined || one.name === service))
    );
  });
}
