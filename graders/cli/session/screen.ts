import { join } from 'node:path';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { modules } from '../../course/modules.ts';
import { inExercise } from '../../course/paths.ts';
import { textsOf } from '../../render/places.ts';
import { reportLines, statusMarks, statusStyle } from '../../render/terminal/report.ts';
import { tallyLine } from '../../render/terminal/summary.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import type { Graded } from '../grading.ts';
import type { Context } from '../io.ts';
import { fromCwd, screenFor } from '../screen.ts';

/** What the session shows: where the page is, how the course goes, and what the last save gave. */
export interface View {
  readonly url: string;
  readonly results: readonly Graded[];
  readonly last?: { readonly graded: Graded; readonly at: Date; readonly milliseconds: number } | undefined;
  /** A line about the site while it is built, or when it could not be. */
  readonly note?: string | undefined;
  /** The results that predictions and judgements hold back are shown. */
  readonly reveal?: boolean;
}

/** The whole screen, never taller than the terminal: it is drawn again at each save. */
export function sessionLines(view: View, context: Context, rows: number): readonly string[] {
  const head = [...headLines(view, context), ''];
  const last = view.last ? lastLines(view.last, context, view.reveal) : [invitation[context.lang]];
  const room = Math.max(8, rows - head.length - 1);
  if (last.length <= room) return [...head, ...last];
  const number = view.last?.graded.report.number ?? 0;
  const more = screenFor(context).palette.faint(`… ${fill(wholeReport, { number }, context.lang)}`);
  return [...head, ...last.slice(0, room - 1), more];
}

function headLines({ url, results, note, last, reveal }: View, context: Context): readonly string[] {
  const { palette } = screenFor(context);
  return [
    `${palette.strong('Timonel')}  ${url}  ${palette.faint(keysOf(last, reveal, context))}`,
    ...(note === undefined ? [] : [palette.warning(note)]),
    '',
    ...progressLines(results, context),
    '',
    tallyLine(
      results.map(({ report }) => report),
      screenFor(context),
    ),
  ];
}

/** One line per module: its title and a sign for each of its exercises. */
export function progressLines(results: readonly Graded[], context: Context): readonly string[] {
  const { palette } = screenFor(context);
  const width = Math.max(...modules.map(({ title }) => widthOf(title[context.lang])));
  return modules.flatMap(({ title, numbers }) => {
    const inside = results.filter(({ report }) => numbers.includes(report.number));
    if (inside.length === 0) return [];
    const signs = inside.map(({ report: { status, number } }) =>
      statusStyle(palette, status)(`${String(number).padStart(2, '0')}${statusMarks[status]}`),
    );
    return [`${padEnd(title[context.lang], width)}  ${signs.join(' ')}`];
  });
}

function lastLines(
  { graded, at, milliseconds }: NonNullable<View['last']>,
  context: Context,
  reveal = false,
): readonly string[] {
  const { palette } = screenFor(context);
  const stamp = palette.faint(`${clock(at)} · ${Math.max(1, Math.round(milliseconds))} ms`);
  return [`${palette.faint('──')} ${stamp}`, ...resultLines(graded, context, reveal)];
}

/** The report of one exercise, with paths that can be opened from here. */
export function resultLines({ report, sources, opened }: Graded, context: Context, reveal = false): readonly string[] {
  const base = inExercise(context.root, opened.folder.name);
  const shownPath = (path: string) => fromCwd(context.cwd, join(base, path));
  const screen = { ...screenFor(context, textsOf(sources), shownPath), reveal };
  const answers = (opened.exercise?.spec.answers ?? []).map(({ file }) => shownPath(file));
  return reportLines(report, screen, { answers });
}

/** Local time, `09:30:05`. */
export function clock(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

const invitation: Text = {
  es: 'Guarda un fichero de respuesta y se corrige al momento, aquí y en la página.',
  en: 'Save an answer file and it is graded at once, here and in the page.',
};

/** What the keys do now: only where there is something to reveal is there a key for it. */
function keysOf(last: View['last'], reveal: boolean | undefined, context: Context): string {
  const held = last?.graded.report.checks.some(({ findings }) => findings.some(({ answer }) => answer));
  const toggle = held && context.input.isTTY ? [(reveal ? howToHide : howToReveal)[context.lang]] : [];
  return [...toggle, howToEnd[context.lang]].join(' · ');
}

const howToReveal: Text = { es: 'r: ver el resultado', en: 'r: see the result' };
const howToHide: Text = { es: 'r: esconderlo', en: 'r: hide it' };
const howToEnd: Text = { es: 'Ctrl+C para terminar', en: 'Ctrl+C to end' };

const wholeReport: Text = {
  es: 'el resto, con npx timonel grade {number}',
  en: 'the rest, with npx timonel grade {number}',
};
