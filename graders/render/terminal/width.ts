import { lazy } from '../../core/lazy.ts';

/** Text whose every UTF-16 unit is one character of one column: Latin letters, the usual punctuation, lines and signs. */
const simple = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2500-\u257f\u25cb\u2713\u2717]*$/;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;
const mark = /^[\p{Mn}\p{Me}]+$/u;

/** Whether a text is shown as it is written: nothing in it is unsafe, and each of its units takes one column. */
export const isSimple = (text: string): boolean => simple.test(text);

/** Slow to make, and most texts do without it. */
const segmenter = lazy(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/** What a reader sees as one character, with its place in the text (UTF-16 units). */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

export function graphemes(text: string): Iterable<Grapheme> {
  return simple.test(text) ? [...text].map((segment, index) => ({ segment, index })) : segmenter().segment(text);
}

/** Terminal columns that a text takes: CJK and emoji take two. */
export function widthOf(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter().segment(text)) width += graphemeWidth(segment);
  return width;
}

export function graphemeWidth(segment: string): number {
  if (mark.test(segment)) return 0;
  return emoji.test(segment) || wide.test(segment) ? 2 : 1;
}

/** Fills with blanks up to a width. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
