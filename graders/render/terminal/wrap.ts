import type { Palette } from './palette.ts';
import { safe } from './safe.ts';
import { widthOf } from './width.ts';

/** What stays together on a line. */
interface Word {
  readonly shown: string;
  readonly width: number;
}

/** A part of a sentence of one style. */
interface Piece extends Word {
  /** A blank stood before it. */
  readonly spaced: boolean;
  /** The same in the pieces that its own blanks separate, where it is code with blanks in it. */
  readonly broken?: readonly Piece[];
}

/**
 * Breaks a sentence into lines of a width. Backticks mark code, which stays on one line wherever it fits on one, as it may be
 * something to copy; longer code is broken at its blanks. The sentence is made safe here: it may carry names and values that a
 * student wrote.
 * @param tail a faint end, already safe: on the last line where it fits, below it where it does not
 */
export function wrap(sentence: string, width: number, palette: Palette, tail?: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words(safe(sentence), width, palette)) {
    if (used > 0 && used + 1 + word.width > width) {
      lines.push(line);
      [line, used] = [word.shown, word.width];
    } else {
      line += (used > 0 ? ' ' : '') + word.shown;
      used += (used > 0 ? 1 : 0) + word.width;
    }
  }
  if (line !== '') lines.push(line);
  if (tail === undefined) return lines;
  const fits = used > 0 && used + 2 + widthOf(tail) <= width;
  return fits ? [...lines.slice(0, -1), `${line}  ${palette.faint(tail)}`] : [...lines, palette.faint(tail)];
}

/** A sentence on one line, safe and with its code styled. */
export function sentence(text: string, palette: Palette): string {
  return wrap(text, Number.POSITIVE_INFINITY, palette).join('');
}

function* words(text: string, width: number, palette: Palette): Generator<Word> {
  for (const group of groups(pieces(text, palette))) {
    const word = joined(group);
    if (word.width <= width) yield word;
    else yield* groups(group.flatMap((piece) => piece.broken ?? [piece])).map(joined);
  }
}

/** The pieces that no blank separates, together: code and the comma after it. */
function groups(all: Iterable<Piece>): readonly (readonly Piece[])[] {
  const found: Piece[][] = [];
  for (const piece of all) {
    const last = found.at(-1);
    if (last && !piece.spaced) last.push(piece);
    else found.push([piece]);
  }
  return found;
}

const joined = (group: readonly Piece[]): Word => ({
  shown: group.map(({ shown }) => shown).join(''),
  width: group.reduce((sum, { width }) => sum + width, 0),
});

/** Without colours code stands between two backticks, however many lines it takes; a style is given to each piece. */
function codePiece(piece: string, { first, last }: { first: boolean; last: boolean }, palette: Palette): Word {
  const styled = palette.code(piece);
  if (styled !== `\`${piece}\``) return { shown: styled, width: widthOf(piece) };
  const shown = `${first ? '`' : ''}${piece}${last ? '`' : ''}`;
  return { shown, width: widthOf(shown) };
}

function* pieces(text: string, palette: Palette): Generator<Piece> {
  let spaced = false;
  for (const part of text.split(/(`[^`]+`)/)) {
    const isCode = part.length > 2 && part.startsWith('`') && part.endsWith('`');
    if (isCode) {
      const code = part.slice(1, -1);
      const parts = code.split(' ');
      const broken = parts.map((piece, index) => ({
        ...codePiece(piece, { first: index === 0, last: index === parts.length - 1 }, palette),
        spaced: index > 0 || spaced,
      }));
      yield { ...codePiece(code, { first: true, last: true }, palette), spaced, broken };
      spaced = false;
    } else {
      for (const [, blank, word] of part.matchAll(/( *)([^ ]*)/g)) {
        spaced ||= blank !== '';
        if (word === undefined || word === '') continue;
        yield { shown: word, width: widthOf(word), spaced };
        spaced = false;
      }
    }
  }
}
