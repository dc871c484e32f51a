import type { ImageProfile } from '../image/profile.ts';

/** What pulling an image gives: what is inside, or why there is none. */
export type Pulled =
  | { readonly image: ImageProfile }
  /** `invalid`: no runtime can read the reference. `missing`: the registry holds no such repository or tag. */
  | { readonly problem: 'invalid' | 'missing' };

/** Where the nodes of a cluster pull their images from. */
export type ImageSource = (reference: string) => Pulled;

/** An image of which nothing is known: it exists, runs, and answers on whatever port it is asked. */
export function opaqueImage(reference: string): ImageProfile {
  return {
    reference,
    repository: reference,
    certainty: 'opaque',
    entrypoint: [],
    cmd: [],
    user: '',
    workdir: '/',
    env: {},
    exposes: [],
    listens: 'any',
    volumes: [],
    programs: 'any',
    files: [],
    users: {},
    packageManager: 'none',
    behaviour: 'unknown',
    requires: [],
    size: 0,
  };
}
