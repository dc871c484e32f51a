import { fromProfile, type StageState } from '../../image/index.ts';
import type { ImageProfile, ImageSource, Pull } from '../images.ts';

/** The images of a cluster's nodes: each is pulled and unpacked once, however many containers are made from it. */
export interface ImageStore {
  readonly images: ImageSource;
  /** What a container of an image begins with. */
  readonly unpacked: (image: ImageProfile) => StageState;
}

export function imageStore(source: ImageSource): ImageStore {
  const pulled = new Map<string, Pull>();
  const states = new Map<ImageProfile, StageState>();
  return {
    images: (reference) => kept(pulled, reference, source),
    unpacked: (image) => kept(states, image, fromProfile),
  };
}

function kept<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}
