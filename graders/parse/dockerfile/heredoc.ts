import type { Span } from '../../core/span.ts';
import { type RawWord, shellWords } from './lexer.ts';
import type { Written } from './written.ts';

/** `<<EOF` in a line, before its body is read. */
export interface HeredocMark {
  readonly name: string;
  /** The body undergoes expansion: the name was not quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  /** The file descriptor in front: `3<<EOF`. */
  readonly descriptor?: number;
  readonly at: Span;
}

export interface Heredoc extends HeredocMark {
  readonly content: string;
  /** The lines of the body, without the terminator. */
  readonly bodyAt: Span;
}

/**
 * The heredocs a line opens, in order. Blanks may stand between `<<` and the name, as in `cat << EOF`.
 * @see https://docs.docker.com/reference/dockerfile/#here-documents
 */
export function heredocMarks(line: Written): readonly HeredocMark[] {
  if (!line.text.includes('<<')) return [];
  return joined(line.text, shellWords(line.text, '\\')).flatMap(({ from, to }) => {
    const word = line.text.slice(from, to);
    const [, descriptor = '', chomp, written = ''] = /^(\d*)<<(-?)\s*([^<\s][^<]*)?$/.exec(word) ?? [];
    if (written === '') return [];
    const name = unquote(written);
    const mark = { name, expand: name === written, chomp: chomp === '-', at: line.span(from, to) };
    return [descriptor === '' ? mark : { ...mark, descriptor: Number(descriptor) }];
  });
}

/** A word that ends in `<<` and the next one are one. */
function joined(text: string, words: readonly RawWord[]): readonly RawWord[] {
  const marks: RawWord[] = [];
  for (const { from, to } of words) {
    const before = marks.at(-1);
    if (before && /^\d*<<$/.test(text.slice(before.from, before.to)))
      marks[marks.length - 1] = { from: before.from, to };
    else marks.push({ from, to });
  }
  return marks;
}

function unquote(text: string): string {
  return text.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, single?: string, double?: string, escaped?: string) => {
    return single ?? double ?? escaped ?? '';
  });
}
