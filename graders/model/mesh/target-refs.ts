import { text } from '../workloads/values.ts';
import { type Fields, fields, fieldsList } from './fields.ts';

/** What a policy is attached to instead of pods: a Gateway, a waypoint or a Service behind one. */
export interface TargetRef {
  readonly node: Fields;
  /** Empty for the core group, which may also be written `core`. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Only the namespace of the policy itself means anything. */
  readonly namespace: string | undefined;
}

/**
 * The `targetRefs` of a policy, or the single `targetRef` that came before them.
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference
 */
export function readTargetRefs(spec: Fields): readonly TargetRef[] {
  const list = fieldsList(spec.targetRefs);
  const single = fields(spec.targetRef);
  return (list.length > 0 ? list : Object.keys(single).length > 0 ? [single] : []).map((node) => ({
    node,
    group: node.group === 'core' ? '' : (text(node.group) ?? ''),
    kind: text(node.kind) ?? '',
    name: text(node.name) ?? '',
    namespace: text(node.namespace),
  }));
}
