import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/volume-without-source',
  severity: 'warning',
  title: { es: 'El volumen no dice de dónde salen los datos', en: 'The volume does not say where its data comes from' },
  over: 'manifests',
  messages: {
    empty: {
      es: 'El volumen `{volume}` no tiene origen: será un directorio vacío que se borra con el pod. Si es lo que quieres, escribe `emptyDir: {}`.',
      en: 'The volume `{volume}` has no source: it will be an empty directory deleted with the pod. If that is what you want, write `emptyDir: {}`.',
    },
  },
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      for (const volume of items(spec.volumes)) {
        if (Object.entries(volume).some(([key, value]) => key !== 'name' && (isSet(value) || key === 'emptyDir')))
          continue;
        say('empty', namePlaceOf(owner, volume), { volume: text(volume.name) ?? '' });
      }
    }
  },
});
