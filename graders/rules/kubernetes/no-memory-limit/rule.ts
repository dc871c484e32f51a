import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isDefaulted } from '../worlds.ts';

export default rule({
  id: 'kubernetes/no-memory-limit',
  severity: 'warning',
  title: { es: 'El contenedor no tiene límite de memoria', en: 'The container has no memory limit' },
  related: ['unset-memory-requirements', 'CKV_K8S_13', 'memoryLimitsMissing', 'container-resources'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'El contenedor `{container}` no tiene `resources.limits.memory`: una fuga de memoria se lleva por delante a los demás pods del nodo.',
      en: 'The container `{container}` has no `resources.limits.memory`: a memory leak takes the other pods of the node down with it.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      if (isSet(template.spec.resources?.limits?.memory)) continue;
      for (const { container } of runningContainersOf(template)) {
        if (isSet(container.resources?.limits?.memory)) continue;
        if (isDefaulted(manifests, template.namespace, 'memory', 'limit')) continue;
        say('missing', namePlaceOf(template.owner, container), { container: text(container.name) ?? '' });
      }
    }
  },
});
