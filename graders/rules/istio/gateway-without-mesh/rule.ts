import { fullHostOf } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/gateway-without-mesh',
  severity: 'info',
  title: { es: 'Las llamadas internas no usan estas rutas', en: 'Internal calls do not use these routes' },
  over: 'manifests',
  messages: {
    dropped: {
      es: '`{host}` es un Service, pero al nombrar un Gateway sin `mesh` los sidecars no usan estas reglas.',
      en: '`{host}` is a Service, but naming a Gateway without `mesh` keeps the sidecars from using these rules.',
    },
  },
  check(manifests, say) {
    const { virtualServices, serviceOf } = readWorld(manifests);
    for (const { resource, hosts, gateways, namespace } of virtualServices) {
      if (gateways.includes('mesh')) continue;
      const host = hosts.find((one) => serviceOf(fullHostOf(one, namespace)));
      if (host !== undefined) say('dropped', placeOf(resource, fields(resource.data).spec, 'gateways'), { host });
    }
  },
});
