import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';

/**
 * Where a part of a text stands in the file that holds the text as a literal block (`key: |`).
 * @param value where the value is written in the file
 * @param text what the value means
 * @param part places in the text
 * @returns the whole value where it is written in another way
 * @see https://yaml.org/spec/1.2.2/#812-literal-style
 */
export function withinBlock(
  source: Source,
  value: Span,
  text: string,
  part: { readonly from: number; readonly to: number },
): Span {
  const head = source.text.slice(value.from).split('\n', 1)[0] ?? '';
  if (!/(?:^|[\s:])\|[-+\d]*\s*(?:#.*)?$/.test(head)) return value;
  const lines = text.slice(0, part.from).split('\n');
  let start = value.from + head.length + 1;
  let indent: number | undefined;
  for (const [index, line] of text.split('\n').slice(0, lines.length).entries()) {
    const written = source.text.slice(start).split('\n', 1)[0] ?? '';
    indent ??= line === '' ? undefined : written.length - line.length;
    if (line !== '' && written !== ' '.repeat(Math.max(0, indent ?? 0)) + line) return value;
    if (index < lines.length - 1) start += written.length + 1;
  }
  const from = start + (indent ?? 0) + (lines.at(-1)?.length ?? 0);
  return {
    path: value.path,
    from,
    to: from + Math.max(0, text.slice(part.from, part.to).split('\n', 1)[0]?.length ?? 0),
  };
}
