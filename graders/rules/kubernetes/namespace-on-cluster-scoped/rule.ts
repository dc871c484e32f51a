import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/namespace-on-cluster-scoped',
  severity: 'info',
  title: { es: 'Este objeto no vive en un espacio de nombres', en: 'This object lives in no namespace' },
  over: 'manifests',
  messages: {
    ignored: {
      es: '{kind:Un|Una} {kind} es de todo el clúster: `namespace: {namespace}` no se tiene en cuenta.',
      en: 'A {kind} belongs to the whole cluster: `namespace: {namespace}` is ignored.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const namespace = text(resource.metadata.namespace);
      if (resource.namespace !== undefined || namespace === undefined) continue;
      say('ignored', placeOf(resource, resource.metadata, 'namespace'), { kind: resource.kind, namespace });
    }
  },
});
