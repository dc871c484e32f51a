import type { Pull } from '../image/index.ts';

export type { ImageProfile, Pull } from '../image/index.ts';

/** Where the nodes of a cluster pull their images from. */
export type ImageSource = (reference: string) => Pull;
