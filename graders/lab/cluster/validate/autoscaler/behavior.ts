import type { IHorizontalPodAutoscalerBehavior } from 'kubernetes-models/autoscaling/v2';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { parseQuantity } from '../../../../model/workloads/quantities.ts';
import { integer, items, object } from '../../../../model/workloads/values.ts';
import type { Say } from '../law.ts';
import type { messages } from './messages.ts';

export function checkBehavior(
  autoscaler: Resource,
  behavior: IHorizontalPodAutoscalerBehavior | undefined,
  say: Say<typeof messages>,
): void {
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = object(behavior?.[direction]);
    if (!rules) continue;
    const window = integer(rules.stabilizationWindowSeconds);
    if (window !== undefined && (window < 0 || window > 3600))
      say('window', placeOf(autoscaler, rules, 'stabilizationWindowSeconds'), {});
    const tolerance: unknown = (rules as { readonly tolerance?: unknown }).tolerance;
    if ((parseQuantity(tolerance) ?? 0n) < 0n) say('tolerance', placeOf(autoscaler, rules, 'tolerance'), {});
    if (Array.isArray(rules.policies) && rules.policies.length === 0)
      say('policies', placeOf(autoscaler, rules, 'policies'), {});
    for (const policy of items(rules.policies)) {
      const period = integer(policy.periodSeconds);
      if (period !== undefined && (period < 1 || period > 1800))
        say('period', placeOf(autoscaler, policy, 'periodSeconds'), {});
      const value = integer(policy.value);
      if (value !== undefined && value < 1) say('positive', placeOf(autoscaler, policy, 'value'), { field: 'value' });
    }
  }
}
