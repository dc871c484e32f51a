import { autoscalersIn, replicasOf } from '../../../model/workloads/autoscalers.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';

export default rule({
  id: 'kubernetes/no-spread',
  severity: 'info',
  production: true,
  title: { es: 'Nada separa las réplicas', en: 'Nothing keeps the replicas apart' },
  related: [
    ...['no-anti-affinity', 'topologySpreadConstraint'],
    ...['deployment-has-host-podantiaffinity', 'statefulset-has-host-podantiaffinity'],
  ],
  over: 'manifests',
  messages: {
    together: {
      es: 'Las réplicas de {names} pueden acabar en el mismo nodo, y caer con él: falta `topologySpreadConstraints` o `podAntiAffinity`.',
      en: 'The replicas of {names} may end up on the same node, and fail with it: `topologySpreadConstraints` or `podAntiAffinity` is missing.',
    },
  },
  check(manifests, say) {
    const autoscalers = autoscalersIn(manifests);
    const together = podTemplatesOf(manifests).filter(({ owner, spec }) => {
      if (owner.kind !== 'Deployment' && owner.kind !== 'StatefulSet') return false;
      const apart = object(object(spec.affinity)?.podAntiAffinity);
      const isSpread = items(spec.topologySpreadConstraints).length > 0 || Object.keys(apart ?? {}).length > 0;
      return !isSpread && replicasOf(owner, autoscalers) > 1;
    });
    for (const { first, names } of perFile(together)) say('together', titleOf(first.owner), { names });
  },
});
