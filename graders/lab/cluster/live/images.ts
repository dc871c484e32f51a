import { parseReference, pull } from '../../image/index.ts';
import type { SettleOptions } from '../settle.ts';
import type { LiveCluster, LoadedImage } from './live.ts';

/** What the nodes of a live cluster find under the name of an image: what somebody loaded, then what registries have. */
export function optionsOf({ loaded }: LiveCluster): SettleOptions {
  const known = new Map(loaded.map((image) => [image.reference, image]));
  const states = new Map(loaded.map(({ profile, state }) => [profile, state]));
  return {
    world: 'closed',
    images: (reference) => {
      const image = known.get(normalised(reference));
      return image ? { ok: true, image: image.profile } : pull(reference);
    },
    unpacked: (profile) => states.get(profile),
  };
}

/** `docker.io/library/tareas:latest` for `tareas`. */
export function normalised(text: string): string {
  const parsed = parseReference(text);
  if (!parsed.ok) return text;
  const { repository, tag, digest } = parsed.reference;
  const shown = tag ?? (digest === undefined ? 'latest' : undefined);
  return `${repository}${shown === undefined ? '' : `:${shown}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** Megabytes that a node downloads in a second. */
const speed = 25;

/** Seconds it takes to pull an image that a node does not have; none for one that was loaded. */
export function secondsToPull(cluster: LiveCluster, reference: string): number {
  const found = optionsOf(cluster).images?.(reference);
  if (!found?.ok || found.image.loaded || cluster.loaded.some(({ profile }) => profile === found.image)) return 0;
  return 1 + Math.round(found.image.size / speed);
}

export function withImage(cluster: LiveCluster, image: LoadedImage): LiveCluster {
  const others = cluster.loaded.filter(({ reference }) => reference !== image.reference);
  return { ...cluster, loaded: [...others, image] };
}
