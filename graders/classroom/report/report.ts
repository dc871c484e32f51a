import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fontFiles } from '../../../site/fonts.ts';
import { alikePage } from './alike.ts';
import { exercisePage } from './exercise.ts';
import type { ReportModel } from './model.ts';
import { overviewPage } from './overview.ts';
import { type ReportPage, renderLonePage, renderReportPage } from './page.ts';
import { reviewPage } from './review.ts';
import { studentPage } from './student.ts';
import { words } from './words.ts';

/** A file of the report, by its path in the folder. */
export type ReportFile = readonly [path: string, content: string | Uint8Array];

/**
 * The report of a class as static pages, one after the other so that a large class is never in memory at once. They work
 * from a folder, run nothing and fetch nothing.
 * @param home absolute path of Timonel itself, where the styles are
 * @param more further pages, with their place in the navigation
 */
export function* reportFiles(
  model: ReportModel,
  home: string,
  more: readonly ReportPage[] = [],
): Generator<ReportFile> {
  const review = reviewPage(model);
  const alike = alikePage(model);
  const context = {
    lang: model.lang,
    pages: [
      { path: review.path, title: words.review },
      { path: alike.path, title: words.alike },
      ...more.map(({ path, title }) => ({ path, title: { es: title, en: title } })),
    ],
  };
  const page = (one: ReportPage): ReportFile => [one.path, renderReportPage(one, context)];
  yield page(overviewPage(model));
  yield page(review);
  yield page(alike);
  for (const one of more) yield page(one);
  for (const exercise of model.results.exercises) yield page(exercisePage(exercise, model));
  const styles = ['site/styles/base.css', 'site/styles/ejercicio.css', 'graders/classroom/report/informe.css'].map(
    (path): readonly [string, string] => [basename(path), readFileSync(join(home, path), 'utf8')],
  );
  const whole = loneStyle(styles.map(([, text]) => text).join('\n'));
  for (const submission of model.results.submissions) {
    const one = studentPage(submission, model, whole);
    yield [one.path, renderLonePage(one, model.lang)];
  }
  yield* styles;
  yield ['timon.svg', readFileSync(join(home, 'site/assets/timon.svg'), 'utf8')];
  yield* fontsOf(home);
}

/** An installed Timonel has none: the pages then keep the fonts of the system. */
function fontsOf(home: string): readonly ReportFile[] {
  try {
    return fontFiles(join(home, 'package.json'));
  } catch {
    return [];
  }
}

/** Without the fonts, which a page by itself has not beside it, and without comments. */
const loneStyle = (css: string): string =>
  css
    .replace(/@font-face \{[^}]*\}/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ');
