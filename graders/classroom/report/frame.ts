import { escapeHtml, type Html, html, trusted } from '../../../site/html.ts';
import { remembered } from '../../core/memo.ts';
import type { FindingJson } from '../../render/finding-json.ts';
import { lineStarts } from '../../render/places.ts';
import { codeFrame } from '../../render/terminal/frame.ts';
import { plain } from '../../render/terminal/palette.ts';

/** Signs that begin and end what is marked: the frame lets no character for private use of a student through. */
const marks = { strong: '\ue001', faint: '\ue002', mark: '\ue003', end: '\ue004' } as const;

const palette = {
  ...plain,
  strong: (text: string) => marks.strong + text + marks.end,
  faint: (text: string) => marks.faint + text + marks.end,
};

const elements: ReadonlyMap<string, string> = new Map([
  [marks.strong, '<b>'],
  [marks.faint, '<span class="gutter">'],
  [marks.mark, '<mark>'],
]);

/** Lines before and after the marked ones, as a frame shows them. */
const shown = { before: 2, after: 1 };

const startsOf = remembered(16, lineStarts, Number.POSITIVE_INFINITY);

/**
 * What decides the frame of a finding besides the finding: the lines that it shows, and whether there are more.
 * @returns undefined where the finding is not about a place in the text
 */
export function windowOf(text: string | undefined, { range }: Pick<FindingJson, 'range'>): string | undefined {
  if (text === undefined) return '';
  const starts = startsOf(text);
  const lines = starts.length - 1;
  const { start, end } = range;
  if (end.line > lines || end.column > (starts[end.line] ?? 0) - (starts[end.line - 1] ?? 0) + 1) return undefined;
  const from = starts[Math.max(0, start.line - 1 - shown.before)];
  const to = starts[Math.min(lines, end.line + shown.after)];
  return JSON.stringify([/\S/.test(text), lines > end.line + shown.after, text.slice(from, to)]);
}

/** The lines that a finding is about, as the terminal shows them. */
export function frameOf(text: string | undefined, { path, range }: Pick<FindingJson, 'path' | 'range'>): Html | false {
  if (text === undefined) return false;
  const starts = startsOf(text);
  const offset = ({ line, column }: { readonly line: number; readonly column: number }) =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
  const at = { path, from: offset(range.start), to: offset(range.end) };
  const mark = (words: string) => marks.mark + words + marks.end;
  const lines = codeFrame(text, at, { palette, width: 100, mark, ...shown });
  return (
    lines.length > 0 && html`<pre class="code" tabindex="0"><code>${trusted(marked(lines.join('\n')))}</code></pre>`
  );
}

/** The text escaped, its marks as elements, each closed as it was opened. */
function marked(text: string): string {
  const open: string[] = [];
  return escapeHtml(text).replace(/[\ue001-\ue004]/gu, (sign) => {
    const element = elements.get(sign);
    if (element !== undefined) {
      open.push(element);
      return element;
    }
    return (open.pop() ?? '').replace(/^<(\w+).*>$/, '</$1>');
  });
}
