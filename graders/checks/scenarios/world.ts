import { type Settled, type SettleOptions, settle } from '../../lab/cluster/index.ts';
import { pull } from '../../lab/image/index.ts';
import { readGiven } from '../../model/manifests/given.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type Given, givenFile, onceGiven } from '../given.ts';

/**
 * The objects of given files, whether or not they are part of the world the answer acts in.
 * @throws when the exercise has no such file: a mistake of its author
 */
export function givenResources(given: Given, files: readonly string[]): readonly Resource[] {
  return files.flatMap((file) => readGiven(givenFile(given, file)).resources);
}

/** A settled cluster with nothing in it but the objects of given files. */
export function givenWorld(given: Given, files: readonly string[]): Settled {
  return onceGiven(given, `settled ${files.join(' ')}`, () =>
    settle(givenResources(given, files), worldOptions(given)),
  );
}

/** The exercise's registry, in a cluster where only what is applied exists. */
export function worldOptions({ exercise }: Given): SettleOptions {
  return { images: (reference) => pull(reference, exercise.images), world: 'closed' };
}
