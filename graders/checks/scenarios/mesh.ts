import { type Mesh, openMesh } from '../../lab/istio/index.ts';
import { type Given, onceGiven } from '../given.ts';
import { givenWorld } from './world.ts';

/** Istio in a settled cluster with nothing in it but the objects of given files; of one that two files name, the later counts. */
export function givenMesh(given: Given, files: readonly string[]): Mesh {
  return onceGiven(given, `mesh of ${files.join(' ')}`, () => openMesh(givenWorld(given, files).state));
}
