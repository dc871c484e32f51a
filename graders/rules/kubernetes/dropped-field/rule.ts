import { droppedIn } from '../../../lab/cluster/index.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/dropped-field',
  severity: 'warning',
  title: { es: 'El clúster no hace caso de este campo', en: 'The cluster does not heed this field' },
  over: 'manifests',
  messages: {
    gate: {
      es: 'La API quita `{field}` sin decirlo: depende de `{of}`, que en Kubernetes 1.36 no está activado.',
      en: 'The API removes `{field}` without a word: it depends on `{of}`, which is not enabled in Kubernetes 1.36.',
    },
    retired: {
      es: 'La API quita `{field}` sin decirlo: se retiró en Kubernetes {of}.',
      en: 'The API removes `{field}` without a word: it was retired in Kubernetes {of}.',
    },
    controller: {
      es: 'El StatefulSet no usa `{field}`: sus pods llevan ahí lo que diga `{of}`.',
      en: 'The StatefulSet does not use `{field}`: its pods have there what `{of}` says.',
    },
    claimed: {
      es: 'El volumen `{of}` no se usa: lo sustituye el de `volumeClaimTemplates` que se llama igual.',
      en: 'The volume `{of}` is not used: the one of `volumeClaimTemplates` with the same name takes its place.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources)
      for (const { why, holder, field, of } of droppedIn(resource))
        say(why, placeOf(resource, holder, field), { field, of });
  },
});
