import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { gatewayGroup, parentKind } from '../../../model/mesh/gateway-api.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

const routes: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

export default rule({
  id: 'kubernetes/route-parent-group',
  severity: 'warning',
  title: { es: 'Una ruta que no se aplica a su Service', en: 'A route that does not apply to its Service' },
  over: 'manifests',
  messages: {
    service: {
      es: "Sin `group: ''`, este `kind: Service` se busca entre los objetos de Gateway API, donde no existe: la ruta no se aplica a `{name}`.",
      en: "Without `group: ''`, this `kind: Service` is looked for among the objects of the Gateway API, where there is none: the route does not apply to `{name}`.",
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      if (resource.group !== gatewayGroup || !routes.includes(resource.kind)) continue;
      for (const parent of fieldsList(fields(fields(resource.data).spec).parentRefs)) {
        if (parent.kind !== 'Service' || parentKind(parent) !== undefined) continue;
        say('service', placeOf(resource, parent, 'kind'), { name: String(parent.name) });
      }
    }
  },
});
