import type { Pull } from '../image/registry.ts';

export type { ImageProfile, Pull } from '../image/registry.ts';

/** Where the nodes of a cluster pull their images from. */
export type ImageSource = (reference: string) => Pull;
