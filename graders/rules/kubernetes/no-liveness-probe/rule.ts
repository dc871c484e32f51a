import { containersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Kinds that keep a service up. */
const serving = ['Deployment', 'StatefulSet', 'DaemonSet'];

export default rule({
  id: 'kubernetes/no-liveness-probe',
  severity: 'info',
  title: { es: 'Sin sonda de vida', en: 'No liveness probe' },
  related: ['no-liveness-probe', 'CKV_K8S_8', 'livenessProbeMissing', 'pod-probes'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'El contenedor `{container}` no tiene `livenessProbe`: si se queda colgado sin terminar, nadie lo reinicia.',
      en: 'The container `{container}` has no `livenessProbe`: if it hangs without ending, nobody restarts it.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      if (!serving.includes(template.owner.kind)) continue;
      for (const { container, role } of containersOf(template)) {
        if (role !== 'main' || isSet(container.livenessProbe) || items(container.ports).length === 0) continue;
        say('missing', namePlaceOf(template.owner, container), { container: text(container.name) ?? '' });
      }
    }
  },
});
