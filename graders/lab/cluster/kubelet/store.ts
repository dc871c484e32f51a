import type { IContainer } from 'kubernetes-models/v1';
import { fromProfile, type StageState } from '../../image/index.ts';
import { Budget } from '../../machine/index.ts';
import type { ImageProfile, ImageSource, Pull } from '../images.ts';
import type { Surroundings } from './context.ts';
import type { Process } from './process.ts';

/**
 * What a cluster's nodes have in common: each image is pulled and unpacked once, however many containers are made from it,
 * and what a container of a template does is followed once, however many pods the template has.
 */
export interface ImageStore {
  readonly images: ImageSource;
  /** What a container of an image begins with. */
  readonly unpacked: (image: ImageProfile) => StageState;
  /** What a container's program does, worked out by `follow` when nobody has asked before. */
  readonly process: (around: Surroundings, follow: () => Process) => Process;
  readonly budget: Budget;
}

/** @param built what an image begins with that somebody built */
export function imageStore(
  source: ImageSource,
  built: (image: ImageProfile) => StageState | undefined = () => undefined,
): ImageStore {
  const pulled = new Map<string, Pull>();
  const states = new Map<ImageProfile, StageState>();
  const followed = new Map<IContainer, { readonly around: Surroundings; readonly process: Process }>();
  return {
    images: (reference) => kept(pulled, reference, source),
    unpacked: (image) => kept(states, image, (profile) => built(profile) ?? fromProfile(profile)),
    process: (around, follow) => {
      const known = followed.get(around.container);
      if (known && isAlike(known.around, around)) return known.process;
      const process = follow();
      followed.set(around.container, { around, process });
      return process;
    },
    budget: new Budget(),
  };
}

/** A pod's name, address and node do not reach the inside of its containers as it is modelled. */
const isAlike = (one: Surroundings, other: Surroundings): boolean =>
  one.spec === other.spec && one.namespace === other.namespace && one.image === other.image;

function kept<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}
