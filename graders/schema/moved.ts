import { own } from '../core/own.ts';
import { nameOf, type Place } from './place.ts';

/** A field of an earlier version of a kind. */
export interface Moved {
  /** What the block has instead. */
  readonly field: string;
  /** What does in this version what the field did, from the block on. */
  readonly place: string;
}

/** By kind in its version, block and field. */
const moved: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'networking.k8s.io/v1 Ingress': {
    'spec backend': 'defaultBackend',
    'backend serviceName': 'service.name',
    'backend servicePort': 'service.port.number',
    'defaultBackend serviceName': 'service.name',
    'defaultBackend servicePort': 'service.port.number',
  },
  'autoscaling/v2 HorizontalPodAutoscaler': {
    'spec targetCPUUtilizationPercentage': 'metrics[].resource.target.averageUtilization',
    'resource targetAverageUtilization': 'target.averageUtilization',
    'resource targetAverageValue': 'target.averageValue',
    'pods targetAverageValue': 'target.averageValue',
    'pods metricName': 'metric.name',
    'object targetValue': 'target.value',
    'object metricName': 'metric.name',
    'external targetValue': 'target.value',
    'external metricName': 'metric.name',
  },
};

/**
 * Where a field of an earlier version went, for those that people copy most.
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export function whereItMoved(place: Place, field: string): Moved | undefined {
  const { apiVersion, kind } = place.resource;
  const found = own(own(moved, `${apiVersion} ${kind}`) ?? {}, `${nameOf(place)} ${field}`);
  return found === undefined ? undefined : { field: found.replace(/[.[].*/, ''), place: found };
}
