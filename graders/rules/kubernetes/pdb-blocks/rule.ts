import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { autoscalersIn, replicasOf } from '../../../model/workloads/autoscalers.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { isZero, parseIntOrPercent, podsOutOf } from '../../../model/workloads/int-or-percent.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Kinds whose number of pods is known from the files. */
const counted = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

export default rule({
  id: 'kubernetes/pdb-blocks',
  severity: 'warning',
  title: { es: 'El presupuesto no deja vaciar ningún nodo', en: 'The budget lets no node be drained' },
  related: ['pdb-max-unavailable', 'pdb-min-available', 'pdbDisruptionsIsZero'],
  over: 'manifests',
  messages: {
    none: {
      es: '`{field}: {value}` no permite desalojar ni un pod: `kubectl drain` se quedará esperando.',
      en: '`{field}: {value}` does not let a single pod be evicted: `kubectl drain` will wait forever.',
    },
    all: {
      es: '`minAvailable: {value}` exige todos los pods que hay ({replicas}): `kubectl drain` se quedará esperando.',
      en: '`minAvailable: {value}` demands all the pods there are ({replicas}): `kubectl drain` will wait forever.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(podTemplatesOf(manifests));
    const autoscalers = autoscalersIn(manifests);
    for (const budget of ofKind<{ spec?: IPodDisruptionBudgetSpec }>(manifests, 'PodDisruptionBudget', 'policy')) {
      const spec = object(budget.data.spec);
      const most = parseIntOrPercent(spec?.maxUnavailable);
      if (most && isZero(most))
        say('none', placeOf(budget, spec, 'maxUnavailable'), {
          field: 'maxUnavailable',
          value: String(spec?.maxUnavailable),
        });
      const least = parseIntOrPercent(spec?.minAvailable);
      if (!least) continue;
      const at = placeOf(budget, spec, 'minAvailable');
      const value = String(spec?.minAvailable);
      if ('percent' in least && least.percent === 100) {
        say('none', at, { field: 'minAvailable', value });
        continue;
      }
      const selector = object(spec?.selector);
      const covered = selector ? templates.selected(budget.namespace, selector) : [];
      if (!covered.every(({ owner }) => counted.includes(owner.kind))) continue;
      const replicas = covered.reduce((sum, { owner }) => sum + replicasOf(owner, autoscalers), 0);
      if (replicas > 0 && podsOutOf(replicas, least, 'up') >= replicas) say('all', at, { value, replicas });
    }
  },
});
