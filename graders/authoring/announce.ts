import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { rangeOf } from '../core/span.ts';

/** How a kind of file announces findings. */
export interface Style {
  /** What begins a comment. */
  readonly mark: '#' | '//';
  /** Comments only stand above the line. */
  readonly above: boolean;
  /** The columns are announced too, as cases do. */
  readonly ranges?: boolean;
}

const expectation = /\s*(?:#|\/\/|<!--)\s*expect(?:-file)?:.*$/;

/** A text without the comments that announce findings; a line that held nothing else goes. */
export function withoutAnnouncements(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const rest = line.replace(expectation, '');
      return rest === '' && line !== '' ? [] : [rest];
    })
    .join('\n');
}

/** A text that announces none, with comments for the findings that are in it. */
export function announcing(source: Source, findings: readonly Finding[], { mark, above, ranges }: Style): Source {
  const at = new Map<number, Set<string>>();
  for (const { id, at: place } of findings) {
    if (place.path !== source.path) continue;
    const { start, end } = rangeOf(source.text, place);
    const to = end.line > start.line ? `+${end.line - start.line}:${end.column}` : end.column;
    const said = ranges ? `${id} ${start.column}-${to}` : id;
    at.set(start.line, (at.get(start.line) ?? new Set()).add(said));
  }
  const written = source.text.split('\n').flatMap((line, index) => {
    const comments = [...(at.get(index + 1) ?? [])].map((said) => `${mark} expect: ${said}`);
    if (comments.length === 0) return [line];
    const [first] = comments;
    return above || comments.length > 1 ? [...comments, line] : [`${line} ${first}`];
  });
  return { ...source, text: written.join('\n') };
}
