import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { Resource } from '../../model/manifests/manifests.ts';
import { boundsOf } from '../cluster/index.ts';

/** Pods of one workload that were created alike: with the proxy of a revision, or without any. */
export interface Cohort {
  readonly pods: number;
  /** The revision whose injector gave them a proxy; null without one. */
  readonly proxy: string | null;
  /** The step in which they were created; 0 before the first. */
  readonly born: number;
  /** Whether the node redirects their traffic; without it, a privileged init container did. */
  readonly cni: boolean;
  /** A restart that has not ended is going to replace them. */
  readonly leaving: boolean;
  /** Only asked for: admission has not spoken yet. */
  readonly asked?: true;
}

/** A Deployment and its pods, oldest first. */
export interface Fleet {
  /** `namespace/name`. */
  readonly id: string;
  readonly deployment: Resource<Partial<IDeployment>>;
  readonly replicas: number;
  readonly cohorts: readonly Cohort[];
}

export function fleetOf(resource: Resource): Fleet {
  const deployment = resource as Fleet['deployment'];
  const replicas = deployment.data.spec?.replicas ?? 1;
  const cohorts = [{ pods: replicas, proxy: null, born: 0, cni: false, leaving: false }];
  return { id: `${resource.namespace ?? 'default'}/${resource.name}`, deployment, replicas, cohorts };
}

export function podsOf(cohorts: readonly Cohort[], which: (cohort: Cohort) => boolean = () => true): number {
  return cohorts.filter(which).reduce((sum, { pods }) => sum + pods, 0);
}

/** How many pods a restart may have too many and too few. */
export function strayOf({ deployment, replicas }: Fleet): { readonly surge: number; readonly unavailable: number } {
  const { strategy } = deployment.data.spec ?? {};
  if (strategy?.type === 'Recreate') return { surge: 0, unavailable: replicas };
  return boundsOf(replicas, strategy?.rollingUpdate?.maxSurge, strategy?.rollingUpdate?.maxUnavailable);
}
