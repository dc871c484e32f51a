import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf, servicesIn } from '../../../model/workloads/services.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';

/** Labels that say which application, or which part of it, a pod is. */
const identity = [
  'app.kubernetes.io/component',
  'app.kubernetes.io/name',
  'component',
  'componente',
  'app',
  'k8s-app',
  'role',
];

export default rule({
  id: 'kubernetes/broad-service-selector',
  severity: 'info',
  title: {
    es: 'El Service mezcla pods de aplicaciones distintas',
    en: 'The Service mixes pods of different applications',
  },
  over: 'manifests',
  messages: {
    mixed: {
      es: 'El Service `{service}` reparte entre pods con distinto `{key}`: {values}. Si no es lo que quieres, añade esa etiqueta al selector.',
      en: 'The Service `{service}` balances over pods with different `{key}`: {values}. If you do not mean that, add that label to the selector.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    for (const service of servicesIn(manifests)) {
      const behind = podsOf(service, templates);
      if (behind.length < 2 || service.spec.clusterIP === 'None') continue;
      for (const key of identity) {
        const values = valuesOf(behind, key);
        if (values.length < 2) continue;
        const at = placeOf(service.resource, service.spec, 'selector');
        say('mixed', at, { service: service.resource.name, key, values: values.map(code) });
        break;
      }
    }
  },
});

/** The values of a label that every one of the pods carries. */
function valuesOf(templates: readonly PodTemplate[], key: string): readonly string[] {
  const values = templates.flatMap(({ labels }) => (Object.hasOwn(labels, key) ? (own(labels, key) ?? []) : []));
  return values.length === templates.length ? [...new Set(values)] : [];
}
