import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf, titleOf } from '../../../model/workloads/places.ts';
import { isEmptySelector } from '../../../model/workloads/selectors.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/disruption-budget-unmatched',
  severity: 'warning',
  title: { es: 'El presupuesto no protege ningún pod', en: 'The budget protects no pod' },
  related: ['poddisruptionbudget-has-policy', 'missingPodDisruptionBudget'],
  over: 'manifests',
  messages: {
    unmatched: {
      es: 'El PodDisruptionBudget `{budget}` no elige ningún pod de estos ficheros.',
      en: 'The PodDisruptionBudget `{budget}` selects no pod of these files.',
    },
    noPolicy: {
      es: 'El PodDisruptionBudget `{budget}` no dice nada: falta `maxUnavailable` o `minAvailable`.',
      en: 'The PodDisruptionBudget `{budget}` says nothing: `maxUnavailable` or `minAvailable` is missing.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(podTemplatesOf(manifests));
    for (const resource of ofKind<{ spec?: IPodDisruptionBudgetSpec }>(manifests, 'PodDisruptionBudget', 'policy')) {
      const spec = object(resource.data.spec);
      const budget = resource.name;
      if (!isSet(spec?.minAvailable) && !isSet(spec?.maxUnavailable)) say('noPolicy', titleOf(resource), { budget });
      const selector = object(spec?.selector);
      if (!selector || isEmptySelector(selector) || !isWorld(manifests)) continue;
      if (templates.in(resource.namespace).length === 0) continue;
      if (templates.selected(resource.namespace, selector).length > 0) continue;
      say('unmatched', placeOf(resource, spec, 'selector'), { budget });
    }
  },
});
