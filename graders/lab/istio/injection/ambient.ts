import type { Labels, PodState } from '../../cluster/index.ts';

const modeLabel = 'istio.io/dataplane-mode';

/**
 * Whether the node proxy (`ztunnel`) takes the traffic of a pod: its namespace or the pod itself says `ambient`, the pod
 * does not say `none`, and it neither has a sidecar nor shares the network of its node. No restart is needed.
 * @see https://istio.io/latest/docs/ambient/usage/add-workloads/
 */
export function isAmbient(
  pod: Pick<PodState, 'labels' | 'spec'>,
  namespaceLabels: Labels,
  hasSidecar: boolean,
): boolean {
  if (hasSidecar || pod.spec?.hostNetwork === true) return false;
  return (pod.labels[modeLabel] ?? namespaceLabels[modeLabel]) === 'ambient';
}
