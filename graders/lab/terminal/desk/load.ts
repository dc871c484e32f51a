import { own } from '../../../core/own.ts';
import { loadImage } from '../../cluster/index.ts';
import { builtProfile } from '../../image/index.ts';
import type { Archived } from './archive.ts';
import { withCluster } from './clusters.ts';
import { type Desk, later, type NamedCluster, noted } from './desk.ts';
import type { DockerImage } from './docker.ts';
import { normalisedReference } from './reference.ts';

/** The variable by which a shell remembers whose Docker it talks to. */
export const activeDocker = 'MINIKUBE_ACTIVE_DOCKERD';

/** Puts the images that a build has made where the Docker is that a shell talks to: on the nodes of minikube. @param before the desk then */
export function loadBuilt(before: Desk, after: Desk, env: Readonly<Record<string, string>>): Desk {
  const name = own(env, activeDocker);
  const cluster = after.clusters.find((one) => one.provider === 'minikube' && one.name === name);
  const built = after.facts.slice(before.facts.length).filter(({ did }) => did === 'image.built');
  if (!cluster || built.length === 0) return after;
  return after.docker.images
    .filter(({ id, tags }) => tags.length > 0 && built.some(({ data }) => data.image === id))
    .reduce((one, image) => {
      const current = one.clusters.find(({ context }) => context === cluster.context) ?? cluster;
      // It is built there, and does not have to be carried.
      return { ...loadInto(one, current, image, image.tags[0] ?? ''), clock: after.clock };
    }, after);
}

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
