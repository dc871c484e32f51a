import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { syntax } from './findings.ts';
import { contentOf, isComment, type Line, lineAt, nextLine, previousLine } from './lines.ts';

/** The finding for a line that belongs to no open block: it says where it starts and where it could. */
export function misaligned(source: Source, offset: number): Finding {
  const line = contentLine(source.text, offset);
  const list = openColumns(source.text, line);
  const column = columnOf(line);
  const at = { path: source.path, from: line.content, to: line.from + line.text.length };
  const previous = previousLine(source.text, line);
  if (previous && hangsFrom(line, previous)) return tooFarRight(source, previous.content);
  const startsItem = /^-(?:\s|$)/.test(contentOf(line));
  const afterItem = previous !== undefined && /^-(?:\s|$)/.test(contentOf(previous));
  if (list.includes(column) || (startsItem && !afterItem)) {
    return finding(syntax, startsItem ? 'listInMap' : 'keyInList', at, {});
  }
  return finding(syntax, 'indentation', at, { column, columns: list.length, list });
}

/** Whether a line is further right than a `key: value` above it. */
function hangsFrom(line: Line, above: Line): boolean {
  const pair = /^((?:-\s+)*)[^\s:]+:\s+[^\s|>]/.exec(contentOf(above));
  return pair !== null && columnOf(line) > columnOf(above) + (pair[1] ?? '').length;
}

/** The finding for a line that hangs from a key which already has its value. */
export function tooFarRight(source: Source, offset: number): Finding {
  const { path, text } = source;
  const parent = lineAt(text, offset);
  let line = nextLine(text, parent);
  while (line && (isComment(line) || !/:(?:\s|$)/.test(line.text))) line = nextLine(text, line);
  const key = /^(?:-\s+)*([^:]*)/.exec(contentOf(parent))?.[1] ?? '';
  if (!line) return finding(syntax, 'nestedMapping', { path, from: offset, to: parent.from + parent.text.length }, {});
  const at = { path, from: line.content, to: line.from + line.text.length };
  return finding(syntax, 'tooFarRight', at, { key: key.trim(), line: parent.number });
}

/** An offset in the indentation of a line, at the end of the one before or in a comment above it stands for that line. */
function contentLine(text: string, offset: number): Line {
  const first = lineAt(text, offset);
  let line: Line | undefined = first;
  while (line && (line.text.trim() === '' || isComment(line))) line = nextLine(text, line);
  return line ?? first;
}

const columnOf = ({ content, from }: Line): number => content - from + 1;

/** The columns, from 1, where a line at this place could start: one for each block that is still open. */
function openColumns(text: string, line: Line): number[] {
  const columns: number[] = [];
  let innermost = Number.POSITIVE_INFINITY;
  for (let above = previousLine(text, line); above && innermost > 1; above = previousLine(text, above)) {
    const column = columnOf(above);
    if (column >= innermost) continue;
    if (/^-\s+[^\s#"'[{|>-][^:]*:(?:\s|$)/.test(contentOf(above))) {
      const inner = column + (/^-\s+/.exec(contentOf(above))?.[0].length ?? 0);
      if (inner < innermost) columns.push(inner);
    }
    columns.push(column);
    innermost = column;
  }
  return columns.reverse();
}
