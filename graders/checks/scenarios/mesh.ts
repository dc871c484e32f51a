import { type Mesh, openMesh } from '../../lab/istio/index.ts';
import { onceGiven } from '../given.ts';
import type { Submission } from '../submission.ts';
import { givenWorld } from './world.ts';

/** Istio in a settled cluster with nothing in it but the objects of given files; of one that two files name, the later counts. */
export function givenMesh(submission: Submission, files: readonly string[]): Mesh {
  return onceGiven(submission, `mesh of ${files.join(' ')}`, () => openMesh(givenWorld(submission, files).state));
}
