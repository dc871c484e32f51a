import { fields } from '../../../model/mesh/fields.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/injection-label',
  severity: 'warning',
  title: {
    es: 'Una etiqueta de inyección que no hace lo que parece',
    en: 'An injection label that does not do what it seems',
  },
  related: ['IST0123'],
  over: 'manifests',
  codes: { both: ['IST0123'], ambient: ['IST0123'] },
  messages: {
    value: {
      es: '`istio-injection` solo entiende `enabled` y `disabled`; con `{value}` no se inyecta el sidecar.',
      en: '`istio-injection` only understands `enabled` and `disabled`; with `{value}` no sidecar is injected.',
    },
    both: {
      es: 'Con `istio-injection` y `istio.io/rev` a la vez, manda `istio-injection`, y la revisión `{revision}` no se usa.',
      en: 'With both `istio-injection` and `istio.io/rev`, `istio-injection` rules, and revision `{revision}` is not used.',
    },
    ambient: {
      es: 'Con `{label}` y `istio.io/dataplane-mode: ambient` a la vez, los pods llevan sidecar y no entran en el modo ambient: deja una de las dos.',
      en: 'With both `{label}` and `istio.io/dataplane-mode: ambient`, pods get a sidecar and are not in ambient mode: keep one of the two.',
    },
    workload: {
      es: 'Esta etiqueta se mira en los pods: tiene que ir en `spec.template.metadata.labels`, no en {kind:el|la} {kind}.',
      en: 'This label is looked at in pods: it belongs in `spec.template.metadata.labels`, not in the {kind}.',
    },
    annotated: {
      es: '`istio-injection` es una etiqueta del Namespace; como anotación no hace nada.',
      en: '`istio-injection` is a label of the Namespace; as an annotation it does nothing.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { labels, annotations } = resource.metadata as { labels?: unknown; annotations?: unknown };
      const at = (map: unknown, key: string) => spanOf(map, key) ?? resource.at;
      if (resource.kind === 'Namespace') {
        const value = fields(labels)['istio-injection'];
        const revision = fields(labels)['istio.io/rev'];
        if (value !== undefined && typeof value !== 'object' && value !== 'enabled' && value !== 'disabled') {
          say('value', at(labels, 'istio-injection'), { value: String(value) });
        }
        if (value === 'enabled' && typeof revision === 'string') say('both', at(labels, 'istio.io/rev'), { revision });
        const injecting =
          value === 'enabled' ? 'istio-injection' : value === undefined && revision ? 'istio.io/rev' : '';
        if (injecting !== '' && fields(labels)['istio.io/dataplane-mode'] === 'ambient')
          say('ambient', at(labels, 'istio.io/dataplane-mode'), { label: injecting });
        if (fields(annotations)['istio-injection'] !== undefined)
          say('annotated', at(annotations, 'istio-injection'), {});
      } else if (podTemplateOf(resource) && resource.kind !== 'Pod') {
        const key = 'sidecar.istio.io/inject';
        const template = podTemplateOf(resource)?.labels ?? {};
        if (fields(labels)[key] !== undefined && template[key] === undefined) {
          say('workload', at(labels, key), { kind: resource.kind });
        }
      }
    }
  },
});
