import { placeOf } from '../../../model/workloads/places.ts';
import { servicesIn } from '../../../model/workloads/services.ts';
import { texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/exposed-service',
  severity: 'info',
  production: true,
  title: { es: 'El Service se abre hacia fuera', en: 'The Service opens to the outside' },
  related: ['exposed-services'],
  over: 'manifests',
  messages: {
    nodePort: {
      es: 'Un `NodePort` abre `{service}` en todos los nodos del clúster a quien llegue a ellos. Si solo lo llaman pods, basta `ClusterIP`.',
      en: 'A `NodePort` opens `{service}` on every node of the cluster to whoever gets to them. If only pods call it, `ClusterIP` is enough.',
    },
    loadBalancer: {
      es: 'Un `LoadBalancer` abre `{service}` a cualquiera: `loadBalancerSourceRanges` dice desde dónde se puede llamar.',
      en: 'A `LoadBalancer` opens `{service}` to anybody: `loadBalancerSourceRanges` says from where it may be called.',
    },
  },
  check(manifests, say) {
    for (const { resource, spec } of servicesIn(manifests)) {
      const at = placeOf(resource, spec, 'type');
      const service = resource.name;
      if (spec.type === 'NodePort') say('nodePort', at, { service });
      else if (spec.type === 'LoadBalancer' && texts(spec.loadBalancerSourceRanges).length === 0)
        say('loadBalancer', at, { service });
    }
  },
});
