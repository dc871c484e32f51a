import type { WrittenExercise } from '../graders/course/written.ts';
import type { PageScripts } from './pages/exercise.ts';

/** What a site is made with besides its course: styles, pictures, fonts, and the scripts of its pages. */
export interface Kit {
  scriptsOf(written: WrittenExercise): PageScripts;
  /** Files by their paths from the root of the site. */
  files(
    exercises: readonly WrittenExercise[],
  ): Promise<readonly (readonly [path: string, content: string | Uint8Array])[]>;
}
