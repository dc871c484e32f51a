import { annotationOf, keys } from '../../../lab/linkerd/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'linkerd/inject-on-workload',
  severity: 'warning',
  title: {
    es: 'La anotación de inyección está fuera de la plantilla',
    en: 'The injection annotation is outside the template',
  },
  over: 'manifests',
  messages: {
    workload: {
      es: '`linkerd.io/inject` está en los metadatos {kind:del|de la} {kind}, que el inyector no mira: tiene que ir en la plantilla del pod.',
      en: '`linkerd.io/inject` is in the metadata of the {kind}, which the injector does not look at: it belongs in the pod template.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const template = podTemplateOf(resource);
      if (!template || template.path.length === 0 || !annotationOf(resource, keys.inject)) continue;
      if (fields(template.metadata.annotations)[keys.inject] !== undefined) continue;
      const at = keySpanOf(resource.metadata.annotations, keys.inject) ?? resource.at;
      say('workload', at, { kind: resource.kind });
    }
  },
});
