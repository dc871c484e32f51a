import { tableLines } from './page-table.ts';
import type { Palette } from './palette.ts';
import { safe } from './safe.ts';
import { indent } from './screen.ts';
import { wrap } from './wrap.ts';

/**
 * A page of documentation (`doc.md`) for the terminal: headings, paragraphs, lists, tables and code. Anything else of Markdown
 * stands as it was written, which reads well enough.
 */
export function pageLines(markdown: string, palette: Palette, width: number): readonly string[] {
  const lines: string[] = [];
  for (const block of blocksOf(markdown)) {
    if (lines.length > 0) lines.push('');
    lines.push(...blockLines(block, palette, width));
  }
  return lines;
}

type Block = { readonly kind: 'code' | 'heading' | 'list' | 'table' | 'text'; readonly lines: readonly string[] };

/** Blank lines separate blocks, except inside a fence. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let fenced = false;
  const close = (kind?: Block['kind']) => {
    if (open.length > 0) blocks.push({ kind: kind ?? kindOf(open), lines: open });
    open = [];
  };
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    if (/^\s*```/.test(line)) {
      close(fenced ? 'code' : undefined);
      fenced = !fenced;
    } else if (!fenced && line.trim() === '') close();
    else open.push(line);
  }
  close(fenced ? 'code' : undefined);
  return blocks;
}

function kindOf([first = '']: readonly string[]): Block['kind'] {
  if (/^#{1,6} /.test(first)) return 'heading';
  if (/^\s*(?:[-*]|\d+\.) /.test(first)) return 'list';
  return first.startsWith('|') ? 'table' : 'text';
}

function blockLines({ kind, lines }: Block, palette: Palette, width: number): readonly string[] {
  switch (kind) {
    case 'code':
      return lines.map((line) => `  ${palette.faint('│')} ${safe(line)}`.trimEnd());
    case 'heading':
      return lines.map((line) => palette.strong(safe(line.replace(/^#+ /, ''))));
    case 'table':
      return tableLines(lines.map(inline), palette, width);
    case 'list':
      return items(lines).flatMap((item) => itemLines(item, palette, width));
    default:
      return wrap(inline(lines.join(' ')), width, palette);
  }
}

/** A line that opens no item goes on with the one before. */
function items(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last === undefined || /^\s*(?:[-*]|\d+\.) /.test(line)) joined.push(line);
    else joined[joined.length - 1] = `${last} ${line.trim()}`;
  }
  return joined;
}

function itemLines(item: string, palette: Palette, width: number): readonly string[] {
  const [, blank = '', bullet = '-', text = ''] = /^(\s*)([-*]|\d+\.) (.*)$/.exec(item) ?? [];
  const margin = blank.length + bullet.length + 3;
  const [first = '', ...rest] = wrap(inline(text), width - margin, palette);
  return [`  ${blank}${bullet} ${first}`, ...indent(rest, margin)];
}

/** Emphasis is dropped and links show their address; of a lesson, its file, and of a section of it only the words. */
function inline(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, '$1 ($2)')
    .replace(/\[([^\]]+)\]\((?:\.\.\/)+(site\/lecciones\/[^)#]+)\)/g, '$1 (`$2`)')
    .replace(/\[([^\]]+)\]\((?:\.\.\/)+site\/lecciones\/[^)]+\)/g, '$1')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/\s+/g, ' ');
}
