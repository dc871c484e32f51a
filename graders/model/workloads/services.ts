import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import { type Manifests, ofKind, type Resource } from '../manifests/manifests.ts';
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
export function servicesIn(manifests: Manifests): readonly ServiceView[] {
  return ofKind<{ readonly spec?: IServiceSpec } | null>(manifests, 'Service', '').flatMap((resource) => {
    const spec = object(resource.data?.spec);
    if (!spec) return [];
    const selector = Object.fromEntries(pairs(spec.selector));
    return [{ resource, namespace: resource.namespace ?? 'default', spec, selector, ports: items(spec.ports) }];
  });
}

/** Whether the endpoints of a Service are found by label: it has a selector and is no alias of a DNS name. */
export function selectsPods({ spec, selector }: ServiceView): boolean {
  return spec.type !== 'ExternalName' && Object.keys(selector).length > 0;
}

/** The pods a Service sends its traffic to: those of its namespace with every label it asks for. */
export function podsOf(service: ServiceView, templates: readonly PodTemplate[]): readonly PodTemplate[] {
  if (!selectsPods(service)) return [];
  return templates.filter(
    ({ namespace, labels }) => namespace === service.namespace && matchesLabels(service.selector, labels),
  );
}
