import type { Span } from '../../core/span.ts';
import { platformArgs } from '../../lab/image/index.ts';
import type { Dockerfile, Instruction, Word } from '../../model/dockerfile/dockerfile.ts';
import { expandableWords } from '../../model/dockerfile/expandable.ts';
import { expand, type Reference } from '../../parse/dockerfile/expand.ts';

/** A `$variable` that Docker replaces, and where it stands. */
export interface Use extends Reference {
  readonly at: Span;
}

/** The variables a word uses. @param known names that have a value there */
export function usesIn({ text, at }: Word, known: ReadonlySet<string>, { escapeChar }: Dockerfile): readonly Use[] {
  const { references } = expand(text, (name) => (known.has(name) ? 'x' : undefined), escapeChar);
  const contiguous = at.to - at.from === text.length;
  return references.map((reference) => ({
    ...reference,
    at: contiguous ? { ...at, from: at.from + reference.from, to: at.from + reference.to } : at,
  }));
}

/** The variables an instruction uses in the words that Docker expands. */
export function usesOf(instruction: Instruction, known: ReadonlySet<string>, dockerfile: Dockerfile): readonly Use[] {
  return expandableWords(instruction).flatMap((word) => usesIn(word, known, dockerfile));
}

/** A word that Docker takes as it is: no variable in it. */
export function isLiteral({ text }: Word): boolean {
  return !text.includes('$');
}

/** Variables that have a value without anybody saying so, or may get one from the command line. */
export const automatic: ReadonlySet<string> = new Set([
  ...Object.keys(platformArgs),
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
  'PATH',
  'SOURCE_DATE_EPOCH',
]);
