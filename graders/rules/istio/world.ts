import { memo } from '../../core/memo.ts';
import { covers, fullHostOf } from '../../lab/istio/index.ts';
import { lookup } from '../../model/manifests/lookup.ts';
import type { Manifests, Resource } from '../../model/manifests/manifests.ts';
import { type DestinationRule, readDestinationRule } from '../../model/mesh/destination-rule.ts';
import { fields } from '../../model/mesh/fields.ts';
import { type Gateway, readGateway } from '../../model/mesh/gateway.ts';
import type { RouteDestination } from '../../model/mesh/route-destination.ts';
import { readVirtualService, type VirtualService } from '../../model/mesh/virtual-service.ts';
import { type ServiceView, servicesIn } from '../../model/workloads/services.ts';
import { type PodTemplate, podTemplatesOf } from '../../model/workloads/templates.ts';
import { texts } from '../../model/workloads/values.ts';
import { isKustomized } from '../kubernetes/worlds.ts';

/** What the rules about Istio look at. */
export interface IstioWorld {
  readonly virtualServices: readonly VirtualService[];
  readonly destinationRules: readonly DestinationRule[];
  readonly gateways: readonly Gateway[];
  readonly services: readonly ServiceView[];
  readonly templates: readonly PodTemplate[];
  /** The Service of a full host name. */
  serviceOf(host: string): ServiceView | undefined;
  /** Whether some Service or ServiceEntry has a full host name. */
  isKnown(host: string): boolean;
  /** Whether some Service is of a namespace. */
  hasServices(namespace: string): boolean;
}

/** The objects of Istio in a world, and what they refer to. */
export function readWorld({ resources }: Manifests): IstioWorld {
  return worldOf(resources);
}

const worldOf = memo((resources: readonly Resource[]): IstioWorld => {
  const manifests = { resources };
  const ofIstio = (kind: string) => lookup(resources).ofKind('networking.istio.io', kind);
  const services = servicesIn(manifests);
  const byHost = new Map(services.map((service) => [hostOf(service.resource), service]));
  const namespaces = new Set(services.map(({ namespace }) => namespace));
  const entries = ofIstio('ServiceEntry')
    .flatMap(({ data }) => texts(fields(fields(data).spec).hosts as never))
    .map((host) => host.toLowerCase());
  const named = new Set(entries);
  const wildcards = [...named].filter((host) => host.startsWith('*'));
  return {
    virtualServices: ofIstio('VirtualService').map(readVirtualService),
    destinationRules: ofIstio('DestinationRule').map(readDestinationRule),
    gateways: ofIstio('Gateway').map(readGateway),
    services,
    templates: podTemplatesOf(manifests),
    serviceOf: (host) => byHost.get(host),
    isKnown: (host) => byHost.has(host) || named.has(host) || wildcards.some((entry) => covers(entry, host)),
    hasServices: (namespace) => namespaces.has(namespace),
  };
});

/** The namespaces whose pods get a sidecar, as their labels say. */
export function meshedNamespaces({ resources }: Manifests): ReadonlySet<string> {
  return new Set(
    lookup(resources)
      .ofKind('', 'Namespace')
      .filter(({ metadata }) => isMeshed(fields(metadata.labels)))
      .map(({ name }) => name),
  );
}

const isMeshed = (labels: Readonly<Record<string, unknown>>): boolean =>
  labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;

/** Where the routes of a VirtualService go, and where copies of their requests are sent. */
export function destinationsOf({ http, tls, tcp }: VirtualService): readonly RouteDestination[] {
  const mirrors = http.flatMap((route) => route.mirrors.map(({ destination }) => destination));
  return [...[...http, ...tls, ...tcp].flatMap(({ destinations }) => destinations), ...mirrors];
}

export const hostOf = ({ name, namespace }: Resource): string => fullHostOf(name, namespace ?? 'default');

/**
 * Whether a host that is not known is surely missing: a name of the cluster, in a namespace of which the world shows
 * Services. Names outside the cluster, and namespaces that belong to other files, say nothing.
 */
export function isMissing(world: IstioWorld, host: string): boolean {
  if (host.includes('*') || world.isKnown(host)) return false;
  const [, namespace] = /^[^.]+\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
  return namespace !== undefined && world.hasServices(namespace);
}

/** What every reference of a Kustomize base may become is not known. */
export function isRendered({ resources }: Manifests): boolean {
  return !isKustomized(resources);
}
