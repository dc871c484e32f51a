import { isFields } from '../../../core/fields.ts';
import type { Desk } from './desk.ts';
import type { DockerImage } from './docker.ts';

/** An image of an archive, and the names it has there. */
export interface Archived {
  readonly image: DockerImage;
  readonly tags: readonly string[];
}

/**
 * What the file of `docker save` holds here: which images, by their identifiers, and no layers. The images themselves the desk keeps
 * (`docker.archived`), so that one which is removed can be loaded again.
 */
export const archiveText = (saved: readonly { readonly id: string; readonly tags: readonly string[] }[]): string =>
  `${JSON.stringify({ archive: 'docker', images: saved })}\n`;

/** The images of an archive. @returns undefined for a text that is none */
export function archivedIn({ docker }: Desk, text: string): readonly Archived[] | undefined {
  const data = read(text);
  if (!isFields(data) || data.archive !== 'docker' || !Array.isArray(data.images)) return undefined;
  return (data.images as readonly unknown[]).flatMap((one) => {
    if (!isFields(one)) return [];
    const image = docker.archived?.find(({ id }) => id === one.id);
    const tags = Array.isArray(one.tags) ? one.tags.filter((tag) => typeof tag === 'string') : [];
    return image ? [{ image, tags }] : [];
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
