import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { autoscalersIn, replicasOf } from '../../../model/workloads/autoscalers.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/no-disruption-budget',
  severity: 'info',
  production: true,
  title: { es: 'Ningún presupuesto protege las réplicas', en: 'No budget protects the replicas' },
  related: [
    ...['missingPodDisruptionBudget'],
    ...['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
  ],
  over: 'manifests',
  messages: {
    none: {
      es: 'Ningún PodDisruptionBudget de estos ficheros protege {names}: al vaciar nodos, todas sus réplicas pueden irse a la vez.',
      en: 'No PodDisruptionBudget of these files protects {names}: when nodes are drained, all its replicas may go at once.',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const templates = podTemplatesOf(manifests);
    const autoscalers = autoscalersIn(manifests);
    const budgets = ofKind<{ spec?: IPodDisruptionBudgetSpec }>(manifests, 'PodDisruptionBudget', 'policy');
    const kept = new Set(
      budgets.flatMap(({ namespace, data }) => {
        const selector = object(object(data.spec)?.selector);
        return selector ? byLabel(templates).selected(namespace, selector) : [];
      }),
    );
    const loose = templates.filter(
      (template) =>
        (template.owner.kind === 'Deployment' || template.owner.kind === 'StatefulSet') &&
        !kept.has(template) &&
        replicasOf(template.owner, autoscalers) > 1,
    );
    for (const { first, names } of perFile(loose)) say('none', titleOf(first.owner), { names });
  },
});
