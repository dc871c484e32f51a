import { own } from '../../../core/own.ts';
import { fullHostOf } from '../../../lab/istio/index.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { matchesLabels } from '../../../model/workloads/selectors.ts';
import { podsOf } from '../../../model/workloads/services.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/empty-subset',
  severity: 'warning',
  title: { es: 'Un subset sin ningún pod', en: 'A subset without any pod' },
  related: ['IST0173'],
  over: 'manifests',
  codes: { none: ['IST0173'] },
  messages: {
    none: {
      es: 'Ningún pod del Service `{service}` tiene las etiquetas del subset `{subset}`: lo que se envíe ahí recibirá 503.',
      en: 'No pod of the Service `{service}` has the labels of subset `{subset}`: what is sent there gets 503.',
    },
    others: {
      es: 'Ningún pod del Service `{service}` tiene las etiquetas del subset `{subset}`, aunque las tienen pods de otro: lo que se envíe ahí recibirá 503.',
      en: 'No pod of the Service `{service}` has the labels of subset `{subset}`, though pods of another one do: what is sent there gets 503.',
    },
  },
  check(manifests, say) {
    const { destinationRules, serviceOf, templates } = readWorld(manifests);
    for (const { resource, host, namespace, subsets } of destinationRules) {
      const service = serviceOf(fullHostOf(host, namespace));
      const pods = service ? podsOf(service, templates) : [];
      if (!service || pods.length === 0) continue;
      for (const { node, name, labels } of subsets) {
        const wanted = labels as Readonly<Record<string, string>>;
        // Where a pod runs is known of its node, and is no label of its template.
        if (Object.keys(wanted).some((label) => /^topology\.(?:kubernetes|istio)\.io\//.test(label))) continue;
        if (pods.some((pod) => matchesLabels(wanted, pod.labels))) continue;
        const key = Object.keys(wanted).find(
          (label) => !pods.some((pod) => own(pod.labels, label) === own(wanted, label)),
        );
        const at = key === undefined ? placeOf(resource, node, 'labels') : placeOf(resource, labels, key);
        const message = byLabel(templates).anywhere(wanted).length > 0 ? 'others' : 'none';
        say(message, at, { service: service.resource.name, subset: name });
      }
    }
  },
});
