import type { Fields } from '../../model/mesh/fields.ts';
import { hasLabels, type Labels } from '../cluster/index.ts';

/** The workload a security policy may be for. */
export interface Workload {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Where `istiod` keeps the configuration that holds for the whole mesh. */
export const rootNamespace = 'istio-system';

/**
 * Whether a policy is for a workload: policies of the root namespace are for the whole mesh, others for their namespace,
 * and a selector narrows either to the pods with those labels.
 * @see https://istio.io/latest/docs/concepts/security/#target-workloads
 */
export function isFor(
  policy: { readonly namespace: string; readonly selector: Fields | undefined },
  { namespace, labels }: Workload,
): boolean {
  if (policy.namespace !== rootNamespace && policy.namespace !== namespace) return false;
  return policy.selector === undefined || hasLabels(policy.selector as Record<string, string>, labels);
}
