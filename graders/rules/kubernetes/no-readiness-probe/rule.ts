import type { IContainer } from 'kubernetes-models/v1';
import { containersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podsOf, servicesIn } from '../../../model/workloads/services.ts';
import { isLongRunning, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Kinds whose pods, if they open ports, are there to be called. */
const serving = ['Deployment', 'StatefulSet'];

export default rule({
  id: 'kubernetes/no-readiness-probe',
  severity: 'warning',
  title: { es: 'Recibe tráfico sin sonda de disponibilidad', en: 'It gets traffic without a readiness probe' },
  related: ['no-readiness-probe', 'CKV_K8S_9', 'readinessProbeMissing', 'pod-probes'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'El contenedor `{container}` atiende peticiones y no tiene `readinessProbe`: el Service le enviará tráfico antes de que esté listo.',
      en: 'The container `{container}` serves requests and has no `readinessProbe`: the Service will send it traffic before it is ready.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    const selected = new Set(servicesIn(manifests).flatMap((service) => podsOf(service, templates)));
    for (const template of templates) {
      if (!isLongRunning(template)) continue;
      if (!serving.includes(template.owner.kind) && !selected.has(template)) continue;
      for (const { container, role } of containersOf(template)) {
        if (role !== 'main' || isSet(container.readinessProbe) || !opensPorts(container)) continue;
        say('missing', namePlaceOf(template.owner, container), { container: text(container.name) ?? '' });
      }
    }
  },
});

const opensPorts = (container: IContainer): boolean => items(container.ports).length > 0;
