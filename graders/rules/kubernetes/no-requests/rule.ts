import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isDefaulted } from '../worlds.ts';

export default rule({
  id: 'kubernetes/no-requests',
  severity: 'warning',
  title: { es: 'El contenedor no reserva recursos', en: 'The container reserves no resources' },
  related: ['unset-cpu-requirements', 'unset-memory-requirements', 'CKV_K8S_10', 'CKV_K8S_12', 'cpuRequestsMissing'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'El contenedor `{container}` no pide {resources} en `resources.requests`: el planificador lo coloca como si no gastara.',
      en: 'The container `{container}` does not ask for {resources} in `resources.requests`: the scheduler places it as if it used none.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      for (const { container } of runningContainersOf(template)) {
        const asked = [container.resources, template.spec.resources];
        const resources = ['cpu', 'memory']
          .filter((name) => !asked.some((part) => reserves(part, name)))
          .filter((name) => !isDefaulted(manifests, template.namespace, name, 'request'));
        if (resources.length === 0) continue;
        const at = namePlaceOf(template.owner, container);
        say('missing', at, {
          container: text(container.name) ?? '',
          resources: resources.map(code),
        });
      }
    }
  },
});

/** A limit without a request counts as the request. */
function reserves(resources: unknown, name: string): boolean {
  const { requests, limits } = (resources ?? {}) as { requests?: Record<string, unknown>; limits?: typeof requests };
  return isSet(own(requests, name)) || isSet(own(limits, name));
}
