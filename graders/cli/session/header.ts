import { fill } from '../../core/messages.ts';
import { counts, isUntouched, type Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { pointsShort } from '../../render/terminal/points.ts';
import { statusMarks, statusStyle, title } from '../../render/terminal/report.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import { statuses } from '../../render/terminal/sentences.ts';
import { widthOf } from '../../render/terminal/width.ts';
import { clip, columnsOf } from './clip.ts';
import { answerPaths, pageOf, screenOf } from './look.ts';
import { advanceOf, currentOf, type State } from './state.ts';

/** How the course goes, which exercise is at hand, where its file is and where its page is. */
export function headerLines(state: State): readonly string[] {
  const graded = currentOf(state);
  const screen = screenOf(state, graded);
  const lines = [progressLine(state, screen)];
  if (!graded) return lines;
  const page = state.url === '' ? [] : places(pageWord[state.lang], pageOf(state), screen);
  return [
    ...lines,
    titleLine(graded.report, screen),
    ...answerPaths(state, graded).flatMap((path, index) =>
      places(index === 0 ? editWord[state.lang] : '', path, screen),
    ),
    ...page,
  ];
}

/** A cell for each exercise that counts, in the order of the course, and how many of them are done. */
function progressLine({ results, lang, size }: State, screen: Screen): string {
  const { palette } = screen;
  const count = fill(doneOf, advanceOf(results), lang);
  const room = size.columns - widthOf(`Timonel    ${count}`) - 2;
  const cells = results
    .filter(({ report }) => counts(report))
    .map(({ report }) => statusStyle(palette, report.status)(cell(report)));
  // Where the cells do not fit, the count alone says it.
  const bar = cells.length <= room ? `${cells.join('')}  ` : '';
  return `${palette.strong('Timonel')}  ${bar}${count}`;
}

/** Told apart without colours too. */
function cell({ status, checks }: Report): string {
  if (status === 'pass') return '█';
  if (status === 'review') return '▓';
  return isUntouched({ status, checks }) ? '·' : '▒';
}

/** The title gives way where both do not fit: the standing is what changes. */
function titleLine(report: Report, screen: Screen): string {
  const standing = standingOf(report, screen);
  return `${clip(title(report, screen), screen.width - columnsOf(standing) - 2)}  ${standing}`;
}

function standingOf(report: Report, screen: Screen): string {
  const { status } = report;
  const score = isUntouched(report) || report.points.of === 0 ? '' : `  ${pointsShort(report.points, screen)}`;
  return statusStyle(screen.palette, status)(`${statusMarks[status]} ${statuses[status][screen.lang]}${score}`);
}

const label = 8;

/** A path or an address, whole however long: it is there to be copied. */
function places(word: string, place: string, { palette, width }: Screen): readonly string[] {
  const room = width - label;
  const pieces: string[] = [];
  for (let rest = place; rest !== ''; ) {
    // Cut behind a slash where there is one, so that each half can be read.
    const slash = rest.length > room ? rest.lastIndexOf('/', room - 1) + 1 : 0;
    const piece = rest.length <= room ? rest : rest.slice(0, slash > room / 3 ? slash : room);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces.map((piece, index) => `${palette.faint((index === 0 ? word : '').padEnd(label))}${piece}`);
}

const doneOf: Text = { es: '{done} de {all}', en: '{done} of {all}' };
const editWord: Text = { es: 'Edita', en: 'Edit' };
const pageWord: Text = { es: 'Página', en: 'Page' };
