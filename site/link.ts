import type { Course } from './load.ts';
import { bookletPage } from './pages/booklet.ts';
import { classPage } from './pages/class.ts';
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

export interface RenderedPage {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes a page of everything it is made of.
 * @param key names the page among all others
 */
export type Render = <I extends object>(key: string, input: I, page: (input: I) => Page) => RenderedPage;

/** Every page with the pages it leads to. */
export function linkPages(course: Course, render: Render): readonly RenderedPage[] {
  const { exercises, lessons, findings, prose } = course;
  const byDoc = new Map(findings.map(({ about, doc }) => [doc, findingHref(about.id).replace('reglas/', '')]));
  const ofCourse = {
    home: homePage,
    terminal: terminalPage,
    glossary: glossaryPage,
    progress: progressPage,
    class: classPage,
    booklet: bookletPage,
  };
  return [
    ...exercises.map((written, index) =>
      render(
        `exercise ${written.exercise.folder}`,
        { written, previous: exercises[index - 1], next: exercises[index + 1], lessons },
        ({ written, previous, next, lessons }) => exercisePage(written, { previous, next }, lessons),
      ),
    ),
    ...Object.entries(ofCourse).map(([key, page]) => render(key, course, page)),
    ...[searchPage, notFoundPage].map((page) => render(page.path, page, (page) => page)),
    ...(lessons.length > 0 ? [render('lessons', course, lessonsPage)] : []),
    ...lessons.map((lesson, index) =>
      render(
        `lesson ${lesson.front.id}`,
        { lesson, course, previous: lessons[index - 1], next: lessons[index + 1] },
        ({ lesson, course, previous, next }) => lessonPage(lesson, course, { previous, next }, labScripts),
      ),
    ),
    ...(prose ? [render('prose', { prose, exercises }, ({ prose, exercises }) => prosePage(prose, exercises))] : []),
    render('findings', findings, findingsIndexPage),
    ...findings.map((finding) =>
      render(`finding ${finding.about.id}`, finding, (finding) => findingPage(finding, byDoc)),
    ),
  ];
}
