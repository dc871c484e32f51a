import { code } from '../../../core/code.ts';
import { autoscalersIn } from '../../../model/workloads/autoscalers.ts';
import { placeOf, titleOf } from '../../../model/workloads/places.ts';
import { isSet } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/autoscaler-minimum',
  severity: 'info',
  production: true,
  title: { es: 'El autoescalado puede dejar una sola réplica', en: 'Autoscaling may leave a single replica' },
  related: ['hpa-minimum-three-replicas', 'hpaMinAvailability'],
  over: 'manifests',
  messages: {
    one: {
      es: 'Con poca carga, este autoescalado deja {workload} en una sola réplica: mientras su pod se mueve o se reinicia, no hay servicio. Pon `minReplicas: 2` o más.',
      en: 'Under little load this autoscaler leaves {workload} with a single replica: while its pod moves or restarts there is no service. Write `minReplicas: 2` or more.',
    },
  },
  check(manifests, say) {
    for (const { resource, spec, target } of autoscalersIn(manifests)) {
      const least: unknown = spec.minReplicas ?? 1;
      if (typeof least !== 'number' || least > 1 || spec.maxReplicas === 1) continue;
      const at = isSet(spec.minReplicas) ? placeOf(resource, spec, 'minReplicas') : titleOf(resource);
      say('one', at, { workload: code(target.name) });
    }
  },
});
