import type { Resource } from '../manifests/manifests.ts';
import { text } from '../workloads/values.ts';
import { type Fields, fields, fieldsList, optionalTexts } from './fields.ts';
import { readTargetRefs, type TargetRef } from './target-refs.ts';

export type PolicyAction = 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM';

/** An Istio AuthorizationPolicy as the control plane reads it. */
export interface AuthorizationPolicy {
  readonly resource: Resource;
  readonly namespace: string;
  readonly action: PolicyAction;
  readonly rules: readonly PolicyRule[];
  /** Labels of the pods it is for; undefined for every pod in its scope. */
  readonly selector: Fields | undefined;
  /** It is bound to a Gateway or a Service by `targetRefs`, which sidecars do not look at. */
  readonly targeted: boolean;
  /** What it is bound to; empty for a policy of pods. */
  readonly targets: readonly TargetRef[];
  /** Only logged: `istio.io/dry-run`. */
  readonly dryRun: boolean;
}

export interface PolicyRule {
  readonly node: Fields;
  /** Alternatives; undefined where the rule says nothing about the source. */
  readonly from: readonly Fields[] | undefined;
  readonly to: readonly Fields[] | undefined;
  readonly when: readonly Condition[];
}

export interface Condition {
  readonly node: Fields;
  readonly key: string;
  readonly values: readonly string[];
  readonly notValues: readonly string[];
}

const actions: readonly unknown[] = ['DENY', 'AUDIT', 'CUSTOM'];

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
export function readAuthorizationPolicy(resource: Resource): AuthorizationPolicy {
  const spec = fields(fields(resource.data).spec);
  const labels = fields(fields(spec.selector).matchLabels);
  const targets = readTargetRefs(spec);
  return {
    resource,
    namespace: resource.namespace ?? 'default',
    action: actions.includes(spec.action) ? (spec.action as PolicyAction) : 'ALLOW',
    rules: readRules(spec.rules),
    selector: Object.keys(labels).length > 0 ? labels : undefined,
    targeted: targets.length > 0,
    targets,
    dryRun: resource.metadata.annotations?.['istio.io/dry-run'] === 'true',
  };
}

/** An empty item (`- {}`) is a rule that matches everything. */
function readRules(value: unknown): readonly PolicyRule[] {
  return fieldsList(value).map((node) => ({
    node,
    from: Array.isArray(node.from) ? fieldsList(node.from).map(({ source }) => fields(source)) : undefined,
    to: Array.isArray(node.to) ? fieldsList(node.to).map(({ operation }) => fields(operation)) : undefined,
    when: fieldsList(node.when).map((condition) => ({
      node: condition,
      key: text(condition.key) ?? '',
      values: optionalTexts(condition.values) ?? [],
      notValues: optionalTexts(condition.notValues) ?? [],
    })),
  }));
}
