import type { IHorizontalPodAutoscalerSpec, IMetricSpec } from 'kubernetes-models/autoscaling/v2';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, isSet, items, object, text } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';
import { checkBehavior } from './behavior.ts';
import { messages } from './messages.ts';
import { checkTarget, sourceOf } from './metrics.ts';

export default rule({
  id: 'kubernetes/invalid-autoscaler',
  severity: 'error',
  title: { es: 'El autoescalador está mal definido', en: 'The autoscaler is badly defined' },
  over: 'manifests',
  messages,
  check(manifests, say) {
    const autoscalers = ofKind<{ spec?: IHorizontalPodAutoscalerSpec }>(
      manifests,
      'HorizontalPodAutoscaler',
      'autoscaling',
    );
    for (const autoscaler of autoscalers) {
      const spec = object(autoscaler.data.spec);
      if (!spec) continue;
      checkReplicas(autoscaler, spec, say);
      for (const metric of items(spec.metrics)) checkMetric(autoscaler, metric, say);
      checkBehavior(autoscaler, object(spec.behavior), say);
    }
  },
});

function checkReplicas(autoscaler: Resource, spec: IHorizontalPodAutoscalerSpec, say: Say<typeof messages>): void {
  const min = integer(spec.minReplicas);
  const max = integer(spec.maxReplicas);
  if (min !== undefined && max !== undefined && min > max)
    say('minOverMax', placeOf(autoscaler, spec, 'minReplicas'), { min, max });
  const wakesFromZero = items(spec.metrics).some(({ type }) => type === 'Object' || type === 'External');
  if (min === 0 && !wakesFromZero) say('zero', placeOf(autoscaler, spec, 'minReplicas'), {});
}

/** The old v1 and v2beta1 forms are left alone: they write their metrics in other fields. */
function checkMetric(autoscaler: Resource, metric: IMetricSpec, say: Say<typeof messages>): void {
  const type = text(metric.type);
  if (type === undefined || autoscaler.apiVersion === 'autoscaling/v2beta1') return;
  const field = sourceOf(type);
  if (field === undefined) {
    say('type', placeOf(autoscaler, metric, 'type'), { type });
    return;
  }
  const set = Object.entries(metric).flatMap(([key, value]) => (isSet(value) ? [key] : []));
  const others = set.filter((key) => key !== 'type' && key !== field);
  for (const other of others) say('otherSource', placeOf(autoscaler, metric, other), { type, field: other });
  const source = object(metric[field]);
  if (source) checkTarget(autoscaler, type, object(source.target), say);
  else say('noSource', placeOf(autoscaler, metric, 'type'), { type, field });
}
