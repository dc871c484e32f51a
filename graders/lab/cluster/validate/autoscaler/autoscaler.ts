import type { IHorizontalPodAutoscalerSpec, IMetricSpec } from 'kubernetes-models/autoscaling/v2';
import { ofKind, type Resource } from '../../../../model/manifests/manifests.ts';
import { isPathSegment } from '../../../../model/workloads/names.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { integer, isSet, items, object, text } from '../../../../model/workloads/values.ts';
import { law, type Say } from '../law.ts';
import { isContainerResource } from '../resource-names.ts';
import { checkBehavior } from './behavior.ts';
import { messages } from './messages.ts';
import { checkTarget, sourceOf } from './metrics.ts';

export const autoscalerLaw = law({
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
      checkTargetRef(autoscaler, object(spec.scaleTargetRef), say);
      checkReplicas(autoscaler, spec, say);
      for (const metric of items(spec.metrics)) checkMetric(autoscaler, metric, say);
      checkBehavior(autoscaler, object(spec.behavior), say);
    }
  },
});

/** Of what can be scaled, only a ReplicationController is of the core group, which has no name. */
function checkTargetRef(
  autoscaler: Resource,
  target: IHorizontalPodAutoscalerSpec['scaleTargetRef'] | undefined,
  say: Say<typeof messages>,
): void {
  for (const field of ['kind', 'name'] as const) {
    const value = text(target?.[field]);
    if (value !== undefined && !isPathSegment(value))
      say('segment', placeOf(autoscaler, target, field), { field, value });
  }
  const kind = text(target?.kind);
  const isGrouped = /^[^/]+\/[^/]*$/.test(text(target?.apiVersion) ?? '');
  if (kind !== undefined && !isGrouped && kind !== 'ReplicationController')
    say('targetGroup', placeOf(autoscaler, target, 'apiVersion'), { kind, example: exampleOf(kind) });
}

/** A group to name, for what has replicas; nothing of the core group has a scale but a ReplicationController. */
const exampleOf = (kind: string) =>
  /^(?:Deployment|StatefulSet|ReplicaSet)$/.test(kind) ? { es: ', como `apps/v1`', en: ', as in `apps/v1`' } : '';

function checkReplicas(autoscaler: Resource, spec: IHorizontalPodAutoscalerSpec, say: Say<typeof messages>): void {
  const min = integer(spec.minReplicas);
  const max = integer(spec.maxReplicas);
  if (min !== undefined && max !== undefined && min > max)
    say('minOverMax', placeOf(autoscaler, spec, 'minReplicas'), { min, max });
  if (min === 0) say('zero', placeOf(autoscaler, spec, 'minReplicas'), {});
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
  const described = object(object(metric.object)?.describedObject);
  for (const part of ['kind', 'name'] as const) {
    const value = text(described?.[part]);
    if (value !== undefined && !isPathSegment(value))
      say('segment', placeOf(autoscaler, described, part), { field: part, value });
  }
  const version = text(described?.apiVersion) ?? '';
  if (version.split('/').length > 2) say('version', placeOf(autoscaler, described, 'apiVersion'), { version });
  if (field === 'containerResource') {
    const resource = text((source as { name?: string } | undefined)?.name);
    if (resource !== undefined && !isContainerResource(resource))
      say('resource', placeOf(autoscaler, source, 'name'), { resource });
  }
  if (source) checkTarget(autoscaler, type, object(source.target), say);
  else say('noSource', placeOf(autoscaler, metric, 'type'), { type, field });
}
