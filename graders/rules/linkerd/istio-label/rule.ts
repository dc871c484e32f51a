import { keys } from '../../../lab/linkerd/index.ts';
import type { Manifests, Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'linkerd/istio-label',
  severity: 'warning',
  title: { es: 'La etiqueta de Istio en un mundo de Linkerd', en: 'The label of Istio in a world of Linkerd' },
  over: 'manifests',
  messages: {
    istio: {
      es: '`istio-injection` es de Istio, y aquí solo hay objetos de Linkerd: pide el proxy con la anotación `linkerd.io/inject`.',
      en: '`istio-injection` belongs to Istio, and here there are only objects of Linkerd: ask for the proxy with the annotation `linkerd.io/inject`.',
    },
  },
  check(manifests, say) {
    if (!isLinkerdOnly(manifests)) return;
    for (const { kind, group, metadata, at } of manifests.resources) {
      if (kind !== 'Namespace' || group !== '') continue;
      const { 'istio-injection': label } = fields(metadata.labels);
      if (label !== 'enabled' || fields(metadata.annotations)[keys.inject] !== undefined) continue;
      say('istio', keySpanOf(metadata.labels, 'istio-injection') ?? at, {});
    }
  },
});

/** Something of Linkerd is configured, and nothing of Istio: no object of its groups, no other label or annotation. */
function isLinkerdOnly({ resources }: Manifests): boolean {
  return resources.some((one) => mentions(one, 'linkerd.io')) && !resources.some((one) => mentions(one, 'istio.io'));
}

function mentions(resource: Resource, domain: string): boolean {
  const template = podTemplateOf(resource)?.metadata;
  const places = [resource.metadata, template];
  const written = places.flatMap((one) => [
    ...Object.keys(fields(one?.annotations)),
    ...Object.keys(fields(one?.labels)),
  ]);
  return resource.group.endsWith(domain) || written.some((key) => (key.split('/')[0] ?? '').endsWith(domain));
}
