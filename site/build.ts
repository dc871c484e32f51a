import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScripts, labScripts, scriptsOf } from './bundle.ts';
import { fontFiles } from './fonts.ts';
import { type Course, loadCourse } from './load.ts';
import { bookletPage } from './pages/booklet.ts';
import { exercisePage } from './pages/exercise.ts';
import { findingPage, findingsIndexPage } from './pages/findings.ts';
import { glossaryPage } from './pages/glossary.ts';
import { homePage } from './pages/home.ts';
import { type Page, renderPage } from './pages/layout.ts';
import { lessonPage } from './pages/lesson.ts';
import { lessonsPage } from './pages/lessons.ts';
import { notFoundPage } from './pages/not-found.ts';
import { progressPage } from './pages/progress.ts';
import { prosePage } from './pages/prose.ts';
import { searchPage } from './pages/search.ts';
import { terminalPage, worldsScript } from './pages/terminal.ts';
import { searchIndexScript } from './search-index.ts';
import { findingHref } from './shared/href.ts';
import { writeFiles } from './write.ts';

export interface BuildOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Where the site goes; `site/dist` of the repository by default. */
  readonly out?: string;
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
 * Builds the static site: load → link → render → write. Plain files with relative links, which work from a folder, a
 * server or a part of one.
 * @throws when a script does not compile
 */
export async function buildSite({ root, out = join(root, 'site/dist') }: BuildOptions): Promise<BuiltSite> {
  const started = performance.now();
  const course = loadCourse(root);
  const pages = linkPages(course);
  const scripts = await bundleScripts(course.exercises);
  writeFiles(
    out,
    new Map<string, string | Uint8Array>([
      ...pages.map((page): [string, string] => [page.path, renderPage(page)]),
      ...scripts.map(({ name, text }): [string, string] => [name, text]),
      ['indice.js', searchIndexScript(course)],
      ['mundos.js', worldsScript(course)],
      ...filesOf('styles'),
      ...filesOf('assets'),
      ...fontFiles(),
    ]),
  );
  return {
    out,
    pages: pages.map(({ path }) => path),
    milliseconds: performance.now() - started,
    problems: course.problems,
  };
}

/** Every page with the pages it leads to. */
export function linkPages(course: Course): readonly Page[] {
  const { exercises, lessons, findings, prose } = course;
  const byDoc = new Map(findings.map(({ about, doc }) => [doc, findingHref(about.id).replace('reglas/', '')]));
  return [
    homePage(course),
    ...exercises.map((written, index) =>
      exercisePage(
        written,
        scriptsOf(written),
        { previous: exercises[index - 1], next: exercises[index + 1] },
        lessons,
      ),
    ),
    ...[
      terminalPage(course),
      glossaryPage(course),
      searchPage,
      progressPage(course),
      bookletPage(course),
      notFoundPage,
    ],
    ...(lessons.length > 0 ? [lessonsPage(course)] : []),
    ...lessons.map((lesson, index) =>
      lessonPage(lesson, course, { previous: lessons[index - 1], next: lessons[index + 1] }, labScripts),
    ),
    ...(prose ? [prosePage(prose, exercises)] : []),
    findingsIndexPage(findings),
    ...findings.map((finding) => findingPage(finding, byDoc)),
  ];
}

function filesOf(folder: string): [string, string][] {
  const base = join(import.meta.dirname, folder);
  const files = readdirSync(base, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => [name, readFileSync(join(base, name), 'utf8')]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, pages, milliseconds, problems } = await buildSite({ root: process.cwd() });
  console.log(`${pages.length} páginas en ${out} (${Math.round(milliseconds)} ms)`);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
