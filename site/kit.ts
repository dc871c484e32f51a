import type { Course } from './load.ts';
import type { MadeParts } from './shared/part-data.ts';

/** What a site is made with besides its course: styles, pictures, fonts, and the scripts of its pages. */
export interface Made {
  readonly parts: MadeParts;
  /** Files by their paths from the root of the site. */
  readonly files: readonly (readonly [path: string, content: string | Uint8Array])[];
}

/** Told how far something is: a share of it, from 0 to 1. */
export type Advance = (share: number) => void;

/** Makes it. @param root absolute path of the course */
export type Kit = (course: Course, root: string, advance: Advance) => Promise<Made>;
