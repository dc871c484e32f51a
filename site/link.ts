import type { Kit } from './kit.ts';
import type { Course } from './load.ts';
import { bookletPage } from './pages/booklet.ts';
import { exercisePage } from './pages/exercise.ts';
import { findingPage, findingsIndexPage } from './pages/findings.ts';
import { glossaryPage } from './pages/glossary.ts';
import { homePage } from './pages/home.ts';
import type { Page } from './pages/layout.ts';
import { lessonPage } from './pages/lesson.ts';
import { lessonsPage } from './pages/lessons.ts';
import { notFoundPage } from './pages/not-found.ts';
import { progressPage } from './pages/progress.ts';
import { prosePage } from './pages/prose.ts';
import { searchPage } from './pages/search.ts';
import { terminalPage } from './pages/terminal.ts';
import { labScripts } from './scripts.ts';
import { findingHref } from './shared/href.ts';

/** Every page with the pages it leads to. */
export function linkPages(course: Course, scriptsOf: Kit['scriptsOf']): readonly Page[] {
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
