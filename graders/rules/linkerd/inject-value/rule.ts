import { keys } from '../../../lab/linkerd/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

const understood: readonly unknown[] = ['enabled', 'disabled', 'ingress', ''];

export default rule({
  id: 'linkerd/inject-value',
  severity: 'warning',
  title: { es: 'Un valor de inyección que Linkerd no entiende', en: 'An injection value Linkerd does not understand' },
  over: 'manifests',
  messages: {
    value: {
      es: '`linkerd.io/inject` solo entiende `enabled`, `ingress` y `disabled`; con `{value}` no se inyecta el proxy.',
      en: '`linkerd.io/inject` only understands `enabled`, `ingress` and `disabled`; with `{value}` no proxy is injected.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const template = podTemplateOf(resource);
      const isNamespace = resource.kind === 'Namespace' && resource.group === '';
      const metadata = isNamespace ? resource.metadata : template?.metadata;
      const value = fields(metadata?.annotations)[keys.inject];
      if (typeof value !== 'string' || understood.includes(value) || isTemplated(value)) continue;
      say('value', spanOf(metadata?.annotations, keys.inject) ?? resource.at, { value });
    }
  },
});

/** A placeholder that another tool fills in says nothing yet. */
const isTemplated = (value: string): boolean => /[{}$]/.test(value);
