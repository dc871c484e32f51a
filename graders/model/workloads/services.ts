import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import { type Manifests, ofKind, type Resource } from '../manifests/manifests.ts';
import { byLabel, type Labelled } from './by-label.ts';
import { matchesLabels } from './selectors.ts';
import type { PodTemplate } from './templates.ts';
import { items, object, pairs } from './values.ts';

export interface ServiceView {
  readonly resource: Resource;
  readonly namespace: string;
  readonly spec: IServiceSpec;
  /** The labels its pods must have; empty when the endpoints come from elsewhere. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly IServicePort[];
}

/** The Services of a world that have a spec, in file order. */
export function servicesIn({ resources }: Manifests): readonly ServiceView[] {
  return servicesOf(resources);
}

const servicesOf = memo((resources: Manifests['resources']): readonly ServiceView[] =>
  ofKind<{ readonly spec?: IServiceSpec } | null>({ resources }, 'Service', '').flatMap((resource) => {
    const spec = object(resource.data?.spec);
    if (!spec) return [];
    const selector = Object.fromEntries(pairs(spec.selector));
    return [{ resource, namespace: resource.namespace ?? 'default', spec, selector, ports: items(spec.ports) }];
  }),
);

/** The Services of a namespace, in file order. */
export function servicesOfNamespace(services: readonly ServiceView[], namespace: string | undefined) {
  return byNamespace(services).get(namespace ?? 'default') ?? [];
}

const byNamespace = memo((services: readonly ServiceView[]): ReadonlyMap<string, readonly ServiceView[]> => {
  const found = new Map<string, ServiceView[]>();
  for (const service of services) {
    const known = found.get(service.namespace);
    if (known) known.push(service);
    else found.set(service.namespace, [service]);
  }
  return found;
});

/** Whether the endpoints of a Service are found by label: it has a selector and is no alias of a DNS name. */
export function selectsPods({ spec, selector }: ServiceView): boolean {
  return spec.type !== 'ExternalName' && Object.keys(selector).length > 0;
}

/** The pods a Service sends its traffic to: those of its namespace with every label it asks for. */
export function podsOf(service: ServiceView, templates: readonly PodTemplate[]): readonly PodTemplate[] {
  if (!selectsPods(service)) return [];
  return byLabel(templates).with(service.namespace, service.selector);
}

/** The Services that send their traffic to a pod, in file order. */
export function servicesBefore(pod: Labelled, services: readonly ServiceView[]): readonly ServiceView[] {
  const { positions, byPair } = bySelector(services);
  const asked = Object.entries(pod.labels).flatMap((pair) => byPair.get(keyOf(pod.namespace, pair)) ?? []);
  return asked
    .filter(({ selector }) => matchesLabels(selector, pod.labels))
    .sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
}

/** Each Service that selects pods under the first label it asks for: a pod without that label is not its. */
const bySelector = memo((services: readonly ServiceView[]) => {
  const byPair = new Map<string, ServiceView[]>();
  for (const service of services) {
    const [first] = selectsPods(service) ? Object.entries(service.selector) : [];
    if (!first) continue;
    const key = keyOf(service.namespace, first);
    const known = byPair.get(key);
    if (known) known.push(service);
    else byPair.set(key, [service]);
  }
  return { byPair, positions: new Map(services.map((service, index) => [service, index])) };
});

const keyOf = (namespace: string, [key, value]: readonly [string, string]): string => `${namespace}/${key}=${value}`;
