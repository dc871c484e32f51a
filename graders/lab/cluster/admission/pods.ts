import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { podHop } from '../kubelet/say.ts';
import { text } from '../read.ts';
import { type PodPlan, serviceAccountOf } from '../workloads/plan.ts';

/** What a pod names that must exist before the API server takes it. */
const classes = [
  ['priorityClassName', 'PriorityClass'],
  ['runtimeClassName', 'RuntimeClass'],
] as const;

/**
 * Why the API server does not admit a pod of a closed world: a ServiceAccount or a class that does not exist.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
 */
export function missingForPod(plan: PodPlan, resources: readonly Resource[]): Hop | undefined {
  const { spec, namespace } = plan;
  const account = serviceAccountOf(spec);
  const exists = (kind: string, name: string, inNamespace?: string) =>
    resources.some((one) => one.kind === kind && one.name === name && one.namespace === inNamespace);
  if (account !== 'default' && !exists('ServiceAccount', account, namespace)) {
    const at = spanOf(spec, 'serviceAccountName') ?? spanOf(spec, 'serviceAccount') ?? plan.at;
    return podHop(plan, 'admission', 'serviceAccountMissing', { account, namespace }, at);
  }
  for (const [field, kind] of classes) {
    const name = text(spec[field]);
    if (!name || name.startsWith('system-') || exists(kind, name)) continue;
    return podHop(plan, 'admission', 'classMissing', { kind, name }, spanOf(spec, field) ?? plan.at);
  }
  return undefined;
}
