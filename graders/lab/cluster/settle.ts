import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { pull, type StageState } from '../image/index.ts';
import { admitObjects } from './admission/objects.ts';
import type { ImageProfile, ImageSource } from './images.ts';
import type { KubeletOptions } from './kubelet/options.ts';
import { imageStore } from './kubelet/store.ts';
import { nodesOf } from './nodes.ts';
import { hopsOf, noPods } from './start.ts';
import type { ClusterState } from './state.ts';
import { control } from './workloads/control.ts';

export interface SettleOptions {
  /** Where images come from: by default the well-known registries, as far as anybody can know them. */
  readonly images?: ImageSource;
  /**
   * `closed`: only what is applied exists, as in an exercise. `open`, the default: a ConfigMap, Secret, claim,
   * ServiceAccount or namespace that the files do not show is taken to exist.
   */
  readonly world?: 'open' | 'closed';
  /** Images that nobody needs to pull because they were loaded into the nodes. */
  readonly onNode?: (image: ImageProfile) => boolean;
  /** What a container of an image begins with, where somebody built it; undefined for one of a registry. */
  readonly unpacked?: (image: ImageProfile) => StageState | undefined;
}

export interface Settled {
  readonly state: ClusterState;
  /** Every decision on the way, pod by pod. */
  readonly hops: readonly Hop[];
}

/** Simulated seconds until a world counts as settled: longer than any probe or back-off needs to show its effect. */
const settledAfter = 600;

/**
 * Applies the objects of a world to an empty cluster and waits until nothing changes any more: controllers have made
 * their pods, the scheduler has placed them, the kubelets have started them. Names, addresses and order are the same on
 * every run.
 */
export function settle(resources: readonly Resource[], options: SettleOptions = {}): Settled {
  const closed = options.world === 'closed';
  const admitted = admitObjects(lastApplied(resources), closed);
  const { resources: applied } = admitted;
  const kubelet = kubeletOptions(applied, options);
  const nodes = nodesOf(applied);
  const progress = applied.reduce(control, noPods(kubelet, nodes, admitted.usage));
  const pods = progress.runs.map(({ pod }) => pod);
  const rejected = [...admitted.rejected, ...progress.rejected];
  const state = { clock: settledAfter, resources: applied, nodes, pods, rejected };
  return { state, hops: [...admitted.rejected.map(({ hop }) => hop), ...hopsOf(progress)] };
}

/** What the kubelets of a world work with. */
export function kubeletOptions(resources: readonly Resource[], options: SettleOptions): KubeletOptions {
  const { images = pull, onNode = () => false, unpacked, world } = options;
  return { ...imageStore(images, unpacked), resources, closed: world === 'closed', onNode, clock: settledAfter };
}

/** Of two objects with the same identity, the one applied last stays, in the place of the first. */
export function lastApplied(resources: readonly Resource[]): readonly Resource[] {
  const byIdentity = new Map<string, Resource>();
  for (const [index, resource] of resources.entries()) byIdentity.set(identity(resource, index), resource);
  // The same list where there is nothing to leave out: who has an index of it need not make another.
  return byIdentity.size === resources.length ? resources : [...byIdentity.values()];
}

function identity({ group, kind, namespace = '', name }: Resource, index: number): string {
  return name === '' ? `#${index}` : `${group}/${kind}/${namespace}/${name}`;
}
