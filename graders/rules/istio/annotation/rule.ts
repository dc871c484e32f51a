import { isFields } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { annotations, automatic } from './annotations.ts';

/** Kinds whose annotations are looked at. */
const kinds: readonly string[] = ['Namespace', 'Service', 'Pod', 'Deployment'];

export default rule({
  id: 'istio/annotation',
  severity: 'warning',
  title: { es: 'Una anotación de Istio que no hace nada', en: 'An annotation of Istio that does nothing' },
  related: ['IST0107', 'IST0108'],
  over: 'manifests',
  codes: { unknown: ['IST0108'], misplaced: ['IST0107'] },
  messages: {
    unknown: {
      es: 'Istio no conoce la anotación `{name}`.',
      en: 'Istio knows no annotation `{name}`.',
    },
    misplaced: {
      es: '`{name}` no se mira en {kind:un|una} {kind}, sino en {places}.',
      en: '`{name}` is not looked at in a {kind}, but in {places}.',
    },
    inTemplate: {
      es: 'Istio no conoce la anotación `{name}` de estos pods.',
      en: 'Istio knows no annotation `{name}` of these pods.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { kind, metadata } = resource;
      const written = isFields(metadata.annotations) ? metadata.annotations : {};
      if (kinds.includes(kind)) {
        for (const name of Object.keys(written)) {
          const places = isIstio(name) ? placesOf(name) : undefined;
          const at = keySpanOf(written, name) ?? resource.at;
          if (places === 'unknown') say('unknown', at, { name });
          else if (places && !places.includes('Any') && !places.includes(kind))
            say('misplaced', at, { name, kind, places });
        }
      }
      const template = kind === 'Pod' ? undefined : podTemplateOf(resource);
      const ofPods = isFields(template?.metadata.annotations) ? template.metadata.annotations : {};
      for (const name of Object.keys(ofPods)) {
        if (isIstio(name) && placesOf(name) === 'unknown')
          say('inTemplate', keySpanOf(ofPods, name) ?? resource.at, { name });
      }
    }
  },
});

const isIstio = (name: string): boolean =>
  name === 'kubernetes.io/ingress.class' || (name.split('/', 1)[0] ?? '').endsWith('istio.io');

/** The kinds that an annotation is for; undefined for one that Istio writes itself. */
function placesOf(name: string): readonly string[] | 'unknown' | undefined {
  return automatic.includes(name) ? undefined : (own(annotations, name) ?? 'unknown');
}
