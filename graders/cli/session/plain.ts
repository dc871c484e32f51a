import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { statusMarks, title } from '../../render/terminal/report.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { summaryLines } from '../../render/terminal/summary.ts';
import { bodyLines } from './body.ts';
import { footerLines } from './footer.ts';
import { answerPaths, pageOf, screenOf } from './look.ts';
import { clock } from './screen.ts';
import { advanceOf, currentOf, type Event, type State } from './state.ts';

/**
 * What a session says after an event where nothing is drawn: in a pipe, in a terminal that cannot, and for who listens to a
 * screen reader. Lines that follow one another; nothing is ever said twice.
 */
export function plainLines(before: State, after: State, event: Event): readonly string[] {
  const site = after.site !== before.site && after.site !== undefined ? [after.site] : [];
  const said = (event.kind === 'said' || event.kind === 'key' || event.kind === 'followed') && hasNews(before, after);
  if (event.kind === 'graded')
    return after.graded && after.graded !== before.graded ? gradedLines(after, event.at) : [];
  if (event.kind === 'prose' && before.prose === undefined && shows(after)) return exerciseLines(after);
  if (event.kind === 'finding-page') return ['', ...bodyLines(after), '', lastLine(after)];
  if (event.kind !== 'key') return said ? [...site, lastLine(after)] : site;
  if (after.current !== before.current) return [];
  const isNew = after.panel !== before.panel || after.reveal !== before.reveal || after.progress !== before.progress;
  return isNew ? [...site, '', ...bodyLines(after), '', lastLine(after)] : said ? [...site, lastLine(after)] : site;
}

const hasNews = (before: State, after: State): boolean =>
  (after.notice !== before.notice && after.notice !== undefined) || after.question !== before.question;

const shows = ({ panel }: State): boolean => panel.kind === 'exercise';

/** What a session begins with: the address, how the course goes, and how to use it. */
export function openingLines(state: State, typed: boolean): readonly string[] {
  const { lang, url, results } = state;
  const screen = screenOf(state);
  return [
    fill(sessionOpen, { url }, lang),
    fill(progressOf, advanceOf(results), lang),
    '',
    ...summaryLines(
      results.map(({ report }) => report),
      screen,
    ),
    '',
    ...(typed ? [typeKeys[lang], ''] : []),
  ];
}

/** The exercise at hand, whole. */
export function exerciseLines(state: State): readonly string[] {
  const graded = currentOf(state);
  if (!graded) return [lastLine(state)];
  const { report } = graded;
  const screen = screenOf(state, graded);
  const { lang } = state;
  return [
    `${title(report, screen)}  ${statusMarks[report.status]} ${statuses[report.status][lang]}`,
    ...answerPaths(state, graded).map((path) => fill(editWord, { path }, lang)),
    ...(state.url === '' ? [] : [fill(pageWord, { page: pageOf(state) }, lang)]),
    '',
    ...bodyLines(state),
    '',
    lastLine(state),
  ];
}

function gradedLines(state: State, at: Date): readonly string[] {
  // Told as begun and as ended: a program that listens (`.vscode/tasks.json`) knows by it which findings still hold.
  const time = clock(at);
  return [fill(gradedAt, { time }, state.lang), ...exerciseLines(state), fill(endOf, { time }, state.lang), ''];
}

/** The last line of the footer that is a sentence: what to do next. */
function lastLine(state: State): string {
  return footerLines({ ...state, site: undefined })
    .slice(0, -1)
    .join(' ');
}

const gradedAt: Text = { es: 'Corregido a las {time}', en: 'Graded at {time}' };
const endOf: Text = { es: 'Fin de lo corregido a las {time}', en: 'End of what was graded at {time}' };
const sessionOpen: Text = { es: 'Sesión de estudio en {url}', en: 'Study session at {url}' };
const progressOf: Text = { es: 'Llevas {done} de {all} ejercicios.', en: '{done} of {all} exercises are done.' };
const editWord: Text = { es: 'Edita {path}', en: 'Edit {path}' };
const pageWord: Text = { es: 'Página {page}', en: 'Page {page}' };
const typeKeys: Text = {
  es: 'Escribe una letra y pulsa Intro: h pista, n siguiente, l lista, e explica, ? todas, q salir.',
  en: 'Type a letter and press Enter: h hint, n next, l list, e explain, ? all of them, q quit.',
};
