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
}

/**
 * Breaks a sentence into lines of a width. Backticks mark code, which takes its style word by word. The sentence is
 * made safe here: it may carry names and values that a student wrote.
 * @param tail a faint end, already safe: on the last line where it fits, below it where it does not
 */
export function wrap(sentence: string, width: number, palette: Palette, tail?: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of whole(pieces(safe(sentence), palette))) {
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

/** Joins the pieces that no blank separates: code and the comma after it. */
function* whole(all: Iterable<Piece>): Generator<Word> {
  let word: Word | undefined;
  for (const { shown, width, spaced } of all) {
    if (word && !spaced) word = { shown: word.shown + shown, width: word.width + width };
    else {
      if (word) yield word;
      word = { shown, width };
    }
  }
  if (word) yield word;
}

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
      const inner = part.slice(1, -1);
      // Short code stays together; a long value may be broken at its blanks.
      const parts = widthOf(inner) <= 40 ? [inner] : inner.split(' ');
      for (const [index, piece] of parts.entries()) {
        const ends = { first: index === 0, last: index === parts.length - 1 };
        yield { ...codePiece(piece, ends, palette), spaced: spaced || index > 0 };
        spaced = false;
      }
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
