import type { IPodSpec } from 'kubernetes-models/v1';
import { memo } from '../../../core/memo.ts';
import type { Span } from '../../../core/span.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { text, textMap } from '../read.ts';
import type { PodState } from '../state.ts';

/** A pod that some object asks for, before admission, a node and a kubelet have said anything about it. */
export interface PodPlan {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Partial<IPodSpec>;
  readonly workload: { readonly kind: string; readonly name: string };
  /** The node that only this pod may go to: DaemonSets place one pod on each. */
  readonly onlyNode?: string;
  readonly from: Resource;
  /** The pod template, or the Pod. */
  readonly at: Span;
}

/** `metadata` and `spec` of a pod template as they stand in a workload. */
export interface PodTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Partial<IPodSpec>;
  readonly at: Span;
}

interface RawTemplate {
  readonly metadata?: { readonly labels?: unknown; readonly annotations?: unknown } | null;
  readonly spec?: IPodSpec | null;
}

/** The template of a Deployment, StatefulSet, DaemonSet, ReplicaSet or Job. */
export const templateOf = memo((resource: Resource): PodTemplate => {
  const { spec } = resource.data as { spec?: { template?: RawTemplate | null } | null };
  return { ...template(spec?.template), at: fieldSpan(resource, 'spec', 'template') };
});

/** A Pod is its own template. */
export function podAsTemplate(resource: Resource): PodTemplate {
  return { ...template(resource.data as RawTemplate), at: resource.at };
}

function template(raw: RawTemplate | null | undefined): Omit<PodTemplate, 'at'> {
  const spec = typeof raw?.spec === 'object' && raw.spec !== null ? raw.spec : {};
  return { labels: textMap(raw?.metadata?.labels), annotations: textMap(raw?.metadata?.annotations), spec };
}

/** One pod of a workload. */
export function planPod(
  owner: Resource,
  name: string,
  extraLabels: Readonly<Record<string, string>> = {},
  template: PodTemplate = templateOf(owner),
): PodPlan {
  return {
    name,
    namespace: owner.namespace ?? 'default',
    labels: { ...template.labels, ...extraLabels },
    annotations: template.annotations,
    spec: template.spec,
    workload: { kind: owner.kind, name: owner.name },
    from: owner,
    at: template.at,
  };
}

/** The ServiceAccount a pod runs as. `serviceAccount` is the old name of the field and still works. */
export function serviceAccountOf(spec: Partial<IPodSpec>): string {
  return text(spec.serviceAccountName) || text(spec.serviceAccount) || 'default';
}

/** The plan a running pod was made from, to place or start it again. */
export function planOf(pod: PodState): PodPlan {
  return { ...pod, spec: pod.spec ?? {} };
}
