import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { retiredApi } from '../retired-apis.ts';

export default rule({
  id: 'kubernetes/removed-api',
  severity: 'error',
  title: { es: 'Este tipo de objeto ya no existe', en: 'This kind of object no longer exists' },
  over: 'manifests',
  messages: {
    gone: {
      es: '`{kind}` desapareció de Kubernetes en la versión {removed}: el clúster ya no lo acepta.',
      en: '`{kind}` was removed from Kubernetes in version {removed}: clusters no longer accept it.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { apiVersion, kind } = resource;
      const removed = retiredApi(apiVersion, kind)?.removed;
      if (removed !== undefined) say('gone', placeOf(resource, resource.data, 'kind'), { kind, removed });
    }
  },
});
