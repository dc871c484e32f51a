import type { Desk } from './desk.ts';
import type { DockerImage } from './docker.ts';
import { familiar, normalisedReference } from './reference.ts';

/** An image by a name, or by its identifier or the beginning of it. */
export function imageBy({ docker }: Desk, written: string): DockerImage | undefined {
  const hex = written.replace(/^sha256:/, '');
  const byId = /^[0-9a-f]{4,64}$/.test(hex) ? docker.images.find(({ id }) => id.startsWith(hex)) : undefined;
  const reference = normalisedReference(written);
  return docker.images.find(({ tags }) => reference !== undefined && tags.includes(reference)) ?? byId;
}

/** The names that the images of the local store have, as Docker writes them. */
export const imageNames = ({ docker }: Desk): readonly string[] =>
  docker.images.flatMap(({ tags }) => tags.map(familiar));
