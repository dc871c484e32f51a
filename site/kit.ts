import type { Course } from './load.ts';
import type { MadeParts } from './shared/part-data.ts';

/** What a site is made with besides its course: styles, pictures, fonts, and the scripts of its pages. */
export interface Made {
  readonly parts: MadeParts;
  /** Files by their paths from the root of the site. */
  readonly files: readonly (readonly [path: string, content: string | Uint8Array])[];
}

/** Makes it. @param root absolute path of the course */
export type Kit = (course: Course, root: string) => Promise<Made>;
