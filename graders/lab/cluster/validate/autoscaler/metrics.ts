import type { IMetricTarget } from 'kubernetes-models/autoscaling/v2';
import { code } from '../../../../core/code.ts';
import { own } from '../../../../core/own.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { placeOf } from '../../../../model/workloads/places.ts';
import { parseQuantity } from '../../../../model/workloads/quantities.ts';
import { isSet } from '../../../../model/workloads/values.ts';
import type { Say } from '../law.ts';
import type { messages } from './messages.ts';

const sources = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
} as const;

export type Source = (typeof sources)[keyof typeof sources];

/** The field that describes a metric of a type. */
export function sourceOf(type: string): Source | undefined {
  return own(sources, type);
}

/** What each type of metric may aim at; exactly one of them. */
const goals: Readonly<Record<string, readonly (keyof IMetricTarget)[]>> = {
  Resource: ['averageUtilization', 'averageValue'],
  ContainerResource: ['averageUtilization', 'averageValue'],
  Pods: ['averageValue'],
  Object: ['value', 'averageValue'],
  External: ['value', 'averageValue'],
};

export function checkTarget(
  autoscaler: Resource,
  type: string,
  target: IMetricTarget | undefined,
  say: Say<typeof messages>,
): void {
  if (!target) return;
  if (typeof target.type === 'string' && !['Utilization', 'AverageValue', 'Value'].includes(target.type))
    say('targetType', placeOf(autoscaler, target, 'type'), { type: target.type });
  const allowed = own(goals, type) ?? [];
  const given = allowed.filter((field) => isSet(target[field]));
  if (given.length === 0) {
    const oneOf = (or: string) => allowed.map(code).join(` ${or} `);
    say('noTarget', placeOf(autoscaler, target, 'type'), { type, fields: { es: oneOf('o'), en: oneOf('or') } });
  }
  if (given.length > 1 && type !== 'Object')
    say('bothTargets', placeOf(autoscaler, target, given[1]), { fields: given.map(code) });
  for (const field of ['value', 'averageValue', 'averageUtilization'] as const) {
    const amount = parseQuantity(target[field]);
    if (amount !== undefined && amount <= 0n) say('positive', placeOf(autoscaler, target, field), { field });
  }
}
