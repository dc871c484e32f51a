import type { IStatefulSetSpec } from 'kubernetes-models/apps/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { servicesIn, servicesOfNamespace } from '../../../model/workloads/services.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/stateful-set-service',
  severity: 'warning',
  title: { es: 'El StatefulSet no da nombre a sus pods', en: 'The StatefulSet gives its pods no name' },
  related: ['statefulset-has-servicename'],
  over: 'manifests',
  messages: {
    missing: {
      es: 'El Service `{service}` no está en estos ficheros: sin él, los pods no tienen nombre propio en el DNS.',
      en: 'The Service `{service}` is not in these files: without it the pods have no DNS names of their own.',
    },
    slip: {
      es: 'No hay ningún Service `{service}`. ¿Querías decir `{near}`?',
      en: 'There is no Service `{service}`. Did you mean `{near}`?',
    },
    notHeadless: {
      es: 'El Service `{service}` no es headless (`clusterIP: None`): los pods no tienen nombre propio en el DNS.',
      en: 'The Service `{service}` is not headless (`clusterIP: None`): the pods have no DNS names of their own.',
    },
  },
  check(manifests, say) {
    const services = servicesIn(manifests);
    for (const set of ofKind<{ spec?: IStatefulSetSpec }>(manifests, 'StatefulSet', 'apps')) {
      const spec = object(set.data.spec);
      const service = text(spec?.serviceName);
      const here = servicesOfNamespace(services, set.namespace);
      if (service === undefined || here.length === 0 || !isWorld(manifests)) continue;
      const found = here.find(({ resource }) => resource.name === service);
      const near = found
        ? undefined
        : lookalike(
            service,
            here.map(({ resource }) => resource.name),
          );
      const at = placeOf(set, spec, 'serviceName');
      if (found && found.spec.clusterIP !== 'None') say('notHeadless', at, { service });
      else if (!found && near !== undefined) say('slip', at, { service, near });
      else if (!found) say('missing', at, { service });
    }
  },
});
