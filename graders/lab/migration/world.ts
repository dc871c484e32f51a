import type { Resource } from '../../model/manifests/manifests.ts';
import type { SettleOptions } from '../cluster/index.ts';
import { type Fleet, fleetOf } from './fleet.ts';
import { type Members, membersWith } from './members.ts';
import { withProxyImages } from './proxy.ts';

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

/** The same world for one of several ways to go on from it. */
export const apart = (world: World): World => ({ ...world, members: world.members.fork() });

/** Objects that only a control plane of Istio reads. */
export function isOfIstio({ group }: Resource): boolean {
  return group.endsWith('.istio.io');
}
