import { loadImage } from '../../cluster/index.ts';
import { builtProfile } from '../../image/index.ts';
import type { Archived } from './archive.ts';
import { withCluster } from './clusters.ts';
import { type Desk, later, type NamedCluster, noted } from './desk.ts';
import type { DockerImage } from './docker.ts';
import { normalisedReference } from './reference.ts';

/** Puts the images of an archive on every node. @param file as it was written */
export function loadArchive(desk: Desk, cluster: NamedCluster, archived: readonly Archived[], file: string): Desk {
  return archived.reduce((one, { image, tags }) => {
    const current = one.clusters.find(({ context }) => context === cluster.context) ?? cluster;
    return loadInto(one, current, { ...image, tags }, tags[0] ?? file);
  }, desk);
}

/** Puts an image of the local store on every node of a cluster: what `kind load` and `minikube image load` do. */
export function loadInto(desk: Desk, cluster: NamedCluster, { image, tags, id }: DockerImage, name: string): Desk {
  const now = later(desk, 3);
  const state = { ...image, args: {}, ownCmd: false, steps: [] };
  const wanted = normalisedReference(name);
  const references = wanted !== undefined && tags.includes(wanted) ? [wanted] : tags;
  const live = references.reduce(
    (one, reference) => loadImage(one, { reference, profile: builtProfile(image, reference), state }, now.clock),
    cluster.live,
  );
  return noted(withCluster(now, cluster, live), 'image.loaded', { cluster: cluster.name, image: id, name });
}
