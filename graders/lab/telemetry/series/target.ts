import type { Observer } from './exchange.ts';
import { endOf } from './workload.ts';

/**
 * The labels that Prometheus adds to what it reads from a pod, as the addon's is configured: where it read it, and the
 * labels of the pod with what no label name may have turned into `_`.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
 */
export function targetLabels({ namespace, name, pod, ambient }: Observer): Readonly<Record<string, string>> {
  const where = { job: 'kubernetes-pods', namespace, pod: name };
  if (!pod) return where;
  const { service, revision } = endOf(pod);
  const injected = {
    'security.istio.io/tlsMode': 'istio',
    'service.istio.io/canonical-name': service,
    'service.istio.io/canonical-revision': revision,
  };
  const labels = Object.entries({ ...(!ambient && injected), ...pod.labels });
  return {
    ...where,
    instance: `${pod.ip}:15020`,
    ...(pod.node !== undefined && { node: pod.node }),
    ...Object.fromEntries(labels.map(([label, value]) => [label.replace(/\W/g, '_'), value])),
    ...where,
  };
}
