import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { Resource } from '../../model/manifests/manifests.ts';
import { boundsOf, type SettleOptions } from '../cluster/index.ts';
import { type Members, membersWith } from './members.ts';
import { withProxyImages } from './proxy.ts';

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

/** A cluster on its way into a mesh, between two steps. */
export interface World {
  /** How many steps were carried out. */
  readonly step: number;
  /** Everything that is applied now. */
  readonly resources: readonly Resource[];
  readonly fleets: readonly Fleet[];
  /** Revisions whose control plane runs. */
  readonly revisions: readonly string[];
  /** Revisions that were removed, with the step. */
  readonly removed: Readonly<Record<string, number>>;
  /** Whether the node, and not a privileged init container, redirects the traffic of new pods. */
  readonly cni: boolean;
  /** The Istio objects that the proxies follow: those of the last moment at which some control plane ran. */
  readonly followed: readonly Resource[];
  readonly options: SettleOptions;
  /** What stands for the pods of a cohort, kept for the whole migration. */
  readonly members: Members;
}

/** A cluster without a mesh, its Deployments running. */
export function worldOf(resources: readonly Resource[], options: SettleOptions): World {
  const fleets = resources.filter(({ kind }) => kind === 'Deployment').map(fleetOf);
  const known = { ...options, images: withProxyImages(options.images) };
  return {
    step: 0,
    resources,
    fleets,
    revisions: [],
    removed: {},
    cni: false,
    followed: [],
    options: known,
    members: membersWith(known),
  };
}

function fleetOf(resource: Resource): Fleet {
  const deployment = resource as Fleet['deployment'];
  const replicas = deployment.data.spec?.replicas ?? 1;
  const cohorts = [{ pods: replicas, proxy: null, born: 0, cni: false, leaving: false }];
  return { id: `${resource.namespace ?? 'default'}/${resource.name}`, deployment, replicas, cohorts };
}

/** Objects that only a control plane of Istio reads. */
export function isOfIstio({ group }: Resource): boolean {
  return group.endsWith('.istio.io');
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
