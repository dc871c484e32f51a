import type { Kit } from './kit.ts';
import { linkPages } from './link.ts';
import { loadCourse } from './load.ts';
import { renderPage } from './pages/layout.ts';
import { worldsScript } from './pages/terminal.ts';
import { specScript } from './scripts.ts';
import { searchIndexScript } from './search-index.ts';
import { writeFiles } from './write.ts';

export interface SiteOptions {
  /** Absolute path of the course. */
  readonly root: string;
  /** Absolute path of Timonel, where the pages of findings are. */
  readonly home: string;
  /** Absolute path of the folder the site goes to. */
  readonly out: string;
}

export interface BuiltSite {
  readonly out: string;
  /** Paths of the pages, from the root of the site. */
  readonly pages: readonly string[];
  readonly milliseconds: number;
  /** Exercises that were left out because their files cannot be read, and why. */
  readonly problems: readonly string[];
}

/**
 * Makes the static site of a course: load → link → render → write. Plain files with relative links, which work from a folder, a
 * server or a part of one.
 */
export async function assembleSite({ root, home, out }: SiteOptions, kit: Kit): Promise<BuiltSite> {
  const started = performance.now();
  const course = loadCourse(root, home);
  const pages = linkPages(course, kit.scriptsOf);
  writeFiles(
    out,
    new Map<string, string | Uint8Array>([
      ...pages.map((page): [string, string] => [page.path, renderPage(page)]),
      ...(await kit.files(course.exercises)),
      ...course.exercises.map(specScript).map(({ name, text }): [string, string] => [name, text]),
      ['indice.js', searchIndexScript(course)],
      ['mundos.js', worldsScript(course)],
    ]),
  );
  return {
    out,
    pages: pages.map(({ path }) => path),
    milliseconds: performance.now() - started,
    problems: course.problems,
  };
}
