import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';

/**
 * The API server converts `autoscaling/v1`, which only knows a CPU percentage, to the same object as `autoscaling/v2`.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v1/
 */
export function asVersionTwo(autoscaler: IHorizontalPodAutoscaler): IHorizontalPodAutoscaler {
  const spec = autoscaler.spec as (typeof autoscaler.spec & { targetCPUUtilizationPercentage?: number }) | undefined;
  const percent = spec?.targetCPUUtilizationPercentage;
  if (!spec || percent === undefined) return autoscaler;
  const target = { type: 'Utilization', averageUtilization: percent };
  return { ...autoscaler, spec: { ...spec, metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] } };
}
