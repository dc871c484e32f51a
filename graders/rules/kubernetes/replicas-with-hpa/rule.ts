import { autoscalersIn, scales } from '../../../model/workloads/autoscalers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/replicas-with-hpa',
  severity: 'warning',
  title: { es: 'Dos dueños para el número de réplicas', en: 'Two owners for the number of replicas' },
  related: ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  over: 'manifests',
  messages: {
    both: {
      es: '`replicas: {replicas}` y el HorizontalPodAutoscaler `{autoscaler}` se disputan las réplicas: cada `kubectl apply` deshace lo que haya escalado. Quita `replicas`.',
      en: '`replicas: {replicas}` and the HorizontalPodAutoscaler `{autoscaler}` fight over the replicas: each `kubectl apply` undoes its scaling. Remove `replicas`.',
    },
  },
  check(manifests, say) {
    const autoscalers = autoscalersIn(manifests);
    if (autoscalers.length === 0) return;
    for (const workload of manifests.resources) {
      const autoscaler = autoscalers.find((one) => scales(one, workload));
      const spec = object((workload.data as { spec?: { replicas?: number } }).spec);
      if (!autoscaler || !isSet(spec?.replicas) || typeof spec?.replicas !== 'number') continue;
      const { name } = autoscaler.resource;
      say('both', placeOf(workload, spec, 'replicas'), { replicas: spec.replicas, autoscaler: name });
    }
  },
});
