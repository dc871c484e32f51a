import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { bodyLines, roomFor } from './body.ts';
import { clip, columnsOf } from './clip.ts';
import { footerLines } from './footer.ts';
import { headerLines } from './header.ts';
import { cursorLine } from './list.ts';
import { screenOf } from './look.ts';
import type { Panel, State } from './state.ts';

/**
 * The whole screen: as many lines as the terminal has rows, none longer than its columns. It is a function of the state alone.
 */
export function screenLines(state: State): readonly string[] {
  const { columns, rows } = state.size;
  const body = bodyLines(state);
  const room = roomFor(state);
  const from = startOf(state, body, room);
  const shown = body.slice(from, from + room);
  const blank = Array.from({ length: room - shown.length }, () => '');
  const lines = [
    ...headerLines(state).map(inset),
    rule(state, { from, shown: shown.length, all: body.length }),
    ...[...shown, ...blank].map(inset),
    ...footerLines(state).map(inset),
  ];
  // A terminal of few rows loses the header first: the result and the keys matter more.
  return lines.slice(-Math.max(1, rows)).map((line) => clip(line, columns));
}

const inset = (line: string): string => (line === '' ? '' : ` ${line}`);

/** The list follows its cursor; everything else stays where it was scrolled to. */
function startOf({ panel, scroll }: State, body: readonly string[], room: number): number {
  const last = Math.max(0, body.length - room);
  if (panel.kind !== 'list') return Math.min(scroll, last);
  const cursor = Math.max(0, cursorLine(body));
  return Math.min(last, Math.max(0, cursor - Math.floor(room / 2)));
}

/** The line between header and body: what is shown, when it was graded, and how much more there is. */
function rule(state: State, { from, shown, all }: { from: number; shown: number; all: number }): string {
  const { palette } = screenOf(state);
  const { lang, size } = state;
  const title = titles[state.panel.kind]?.[lang];
  const graded = state.panel.kind === 'exercise' && state.graded;
  const stamp = graded ? `${clock(graded.at)} · ${Math.max(1, Math.round(graded.milliseconds))} ms` : '';
  const left = [title, stamp].filter((part) => part).join(' · ');
  const hidden = all > shown ? fill(rowsOf, { from: from + 1, to: from + shown, all }, lang) : '';
  const arrows = `${from > 0 ? '↑' : ''}${from + shown < all ? '↓' : ''}`;
  const right = hidden === '' ? '' : ` ${hidden} ${arrows} `;
  const start = left === '' ? '─' : `── ${left} `;
  const line = '─'.repeat(Math.max(1, size.columns - columnsOf(start) - columnsOf(right) - 1));
  return palette.faint(`${start}${line}${right}─`);
}

/** Local time, `09:30:05`. */
export function clock(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

const titles: Readonly<Partial<Record<Panel['kind'], Text>>> = {
  statement: { es: 'Enunciado', en: 'Statement' },
  keys: { es: 'Teclas', en: 'Keys' },
  hints: { es: 'Pistas', en: 'Hints' },
  trace: { es: 'Lo que ocurrió', en: 'What happened' },
  diff: { es: 'Tus cambios', en: 'Your changes' },
  solution: { es: 'Solución', en: 'Solution' },
  finding: { es: 'Explicación', en: 'Explanation' },
  list: { es: 'Ejercicios', en: 'Exercises' },
};

const rowsOf: Text = { es: '{from}–{to} de {all}', en: '{from}–{to} of {all}' };
