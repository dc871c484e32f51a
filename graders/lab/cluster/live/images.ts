import type { WorldImage } from '../../../core/exercise.ts';
import { memo } from '../../../core/memo.ts';
import { type Pull, parseReference, pull } from '../../image/index.ts';
import type { SettleOptions } from '../settle.ts';
import type { LiveCluster, LoadedImage } from './live.ts';

/** What the nodes of a live cluster find under the name of an image: what somebody loaded, then what registries have. */
export function optionsOf({ loaded, published = none, world }: Pick<LiveCluster, 'loaded' | 'published' | 'world'>) {
  const closed = options(loaded)(published);
  return world === 'open' ? open(closed) : closed;
}

const open = memo((closed: SettleOptions): SettleOptions => ({ ...closed, world: 'open' }));

const none: readonly WorldImage[] = [];
/** Pods ask for few images, each of them many times. */
const mostKept = 200;

const options = memo((loaded: readonly LoadedImage[]) =>
  memo((published: readonly WorldImage[]): SettleOptions => {
    const known = new Map(loaded.map((image) => [image.reference, image]));
    const states = new Map(loaded.map(({ profile, state }) => [profile, state]));
    const found = new Map<string, Pull>();
    return {
      world: 'closed',
      images: (reference) => {
        const before = found.get(reference);
        if (before) return before;
        const image = known.get(normalised(reference));
        const pulled: Pull = image ? { ok: true, image: image.profile } : pull(reference, published);
        if (found.size < mostKept) found.set(reference, pulled);
        return pulled;
      },
      unpacked: (profile) => states.get(profile),
      onNode: (profile) => states.has(profile),
    };
  }),
);

/** `docker.io/library/tareas:latest` for `tareas`. */
export function normalised(text: string): string {
  const parsed = parseReference(text);
  if (!parsed.ok) return text;
  const { repository, tag, digest } = parsed.reference;
  const shown = tag ?? (digest === undefined ? 'latest' : undefined);
  return `${repository}${shown === undefined ? '' : `:${shown}`}${digest === undefined ? '' : `@${digest}`}`;
}
