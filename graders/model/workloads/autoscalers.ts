import type { IHorizontalPodAutoscalerSpec } from 'kubernetes-models/autoscaling/v2';
import { memo } from '../../core/memo.ts';
import { type Manifests, ofKind, type Resource } from '../manifests/manifests.ts';
import { object, text } from './values.ts';

export interface AutoscalerView {
  readonly resource: Resource;
  readonly spec: IHorizontalPodAutoscalerSpec;
  /** What it scales, as written. */
  readonly target: {
    readonly apiVersion: string;
    readonly group: string;
    readonly kind: string;
    readonly name: string;
  };
}

/** The HorizontalPodAutoscalers of a world that say what they scale, in file order. */
export function autoscalersIn({ resources }: Manifests): readonly AutoscalerView[] {
  return autoscalersOf(resources);
}

const autoscalersOf = memo((resources: Manifests['resources']): readonly AutoscalerView[] => {
  const found = ofKind<{ spec?: IHorizontalPodAutoscalerSpec } | null>(
    { resources },
    'HorizontalPodAutoscaler',
    'autoscaling',
  );
  return found.flatMap((resource) => {
    const spec = object(resource.data?.spec);
    const target = object(spec?.scaleTargetRef);
    const kind = text(target?.kind);
    const name = text(target?.name);
    if (!spec || kind === undefined || name === undefined) return [];
    const apiVersion = text(target?.apiVersion) ?? '';
    const slash = apiVersion.indexOf('/');
    return [{ resource, spec, target: { apiVersion, group: slash < 0 ? '' : apiVersion.slice(0, slash), kind, name } }];
  });
});

/** Whether a resource is the one an autoscaler scales. */
export function scales({ resource, target }: AutoscalerView, workload: Resource): boolean {
  return workload.kind === target.kind && workload.name === target.name && workload.namespace === resource.namespace;
}

/** The autoscalers that scale a workload, in file order. */
export function scalersOf(workload: Resource, autoscalers: readonly AutoscalerView[]): readonly AutoscalerView[] {
  const { namespace, kind, name } = workload;
  return byTarget(autoscalers).get(keyOf(namespace, kind, name)) ?? [];
}

const byTarget = memo((autoscalers: readonly AutoscalerView[]): ReadonlyMap<string, readonly AutoscalerView[]> => {
  const found = new Map<string, AutoscalerView[]>();
  for (const one of autoscalers) {
    const key = keyOf(one.resource.namespace, one.target.kind, one.target.name);
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return found;
});

const keyOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);

/** How many replicas a workload has at rest: what its autoscaler keeps at least, or what it says, or one. */
export function replicasOf(workload: Resource, autoscalers: readonly AutoscalerView[]): number {
  const [autoscaler] = scalersOf(workload, autoscalers);
  const written = (workload.data as { spec?: { replicas?: unknown } | null }).spec?.replicas;
  const own = typeof written === 'number' ? written : 1;
  return autoscaler ? (autoscaler.spec.minReplicas ?? 1) : own;
}
