import { own } from '../../../core/own.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { matchesLabels } from '../../../model/workloads/selectors.ts';
import { podsOf, type ServiceView, selectsPods, servicesIn } from '../../../model/workloads/services.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';
import { meantBy } from './meant.ts';

export default rule({
  id: 'kubernetes/service-selector-mismatch',
  severity: 'warning',
  title: { es: 'El Service no encuentra sus pods', en: 'The Service does not find its pods' },
  related: ['dangling-service', 'service-targets-pod'],
  over: 'manifests',
  messages: {
    differs: {
      es: 'El Service `{service}` pide `{key}: {wanted}` y los pods {kind:del|de la} {kind} `{workload}` llevan `{key}: {found}`: se queda sin endpoints.',
      en: 'The Service `{service}` asks for `{key}: {wanted}` and the pods of the {kind} `{workload}` carry `{key}: {found}`: it has no endpoints.',
    },
    absent: {
      es: 'El Service `{service}` pide `{key}: {wanted}` y los pods {kind:del|de la} {kind} `{workload}` no llevan la etiqueta `{key}`: se queda sin endpoints.',
      en: 'The Service `{service}` asks for `{key}: {wanted}` and the pods of the {kind} `{workload}` have no label `{key}`: it has no endpoints.',
    },
    namespace: {
      es: 'El Service `{service}` está en el espacio de nombres `{here}` y los pods que su selector encontraría, los {kind:del|de la} {kind} `{workload}`, en `{there}`. Un Service solo ve los pods de su espacio de nombres.',
      en: 'The Service `{service}` is in the namespace `{here}` and the pods its selector would find, those of the {kind} `{workload}`, are in `{there}`. A Service only sees the pods of its own namespace.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    const services = servicesIn(manifests);
    for (const service of services) {
      if (!selectsPods(service) || podsOf(service, templates).length > 0) continue;
      const meant = meantBy(service, templates, services);
      if (!meant) continue;
      const { kind, name: workload } = meant.owner;
      const facts = { service: service.resource.name, kind, workload };
      const [key, wanted] = firstMiss(service, meant) ?? [];
      if (key === undefined || wanted === undefined) {
        const { namespace: here } = service;
        const at = placeOf(service.resource, service.spec, 'selector');
        say('namespace', at, { ...facts, here, there: meant.namespace });
        continue;
      }
      const found = own(meant.labels, key);
      const at = placeOf(service.resource, service.spec.selector, key);
      if (found === undefined) say('absent', at, { ...facts, key, wanted });
      else say('differs', at, { ...facts, key, wanted, found });
    }
  },
});

const firstMiss = ({ selector }: ServiceView, { labels }: PodTemplate) =>
  Object.entries(selector).find(([key, value]) => !matchesLabels({ [key]: value }, labels));
