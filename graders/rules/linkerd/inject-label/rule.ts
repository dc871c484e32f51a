import { keys } from '../../../lab/linkerd/index.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'linkerd/inject-label',
  severity: 'warning',
  title: { es: 'La inyección se pide con una etiqueta', en: 'Injection is asked for with a label' },
  over: 'manifests',
  messages: {
    label: {
      es: '`{key}` es una etiqueta aquí, y Linkerd solo mira las anotaciones.',
      en: '`{key}` is a label here, and Linkerd only looks at annotations.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const template = podTemplateOf(resource);
      if (!template && !isNamespace(resource)) continue;
      const inner = template && template.path.length > 0 ? template.metadata : undefined;
      for (const metadata of [resource.metadata, inner]) {
        for (const key of Object.keys(fields(metadata?.labels))) {
          if (key !== keys.inject && key !== keys.opaque && key !== keys.inboundPolicy) continue;
          say('label', keySpanOf(metadata?.labels, key) ?? fieldSpan(resource, 'metadata'), { key });
        }
      }
    }
  },
});

const isNamespace = ({ kind, group }: Resource): boolean => kind === 'Namespace' && group === '';
