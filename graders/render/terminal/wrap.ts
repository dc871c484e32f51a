import type { Palette } from './palette.ts';
import { safe } from './safe.ts';
import { widthOf } from './width.ts';

interface Word {
  readonly shown: string;
  readonly width: number;
  /** A blank stood before it in the sentence. */
  readonly spaced: boolean;
}

/**
 * Breaks a sentence into lines of a width. Backticks mark code, which takes its style word by word. The sentence is
 * made safe here: it may carry names and values that a student wrote.
 */
export function wrap(sentence: string, width: number, palette: Palette): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words(safe(sentence), palette)) {
    const blank = word.spaced && used > 0 ? 1 : 0;
    if (used > 0 && word.spaced && used + blank + word.width > width) {
      lines.push(line);
      [line, used] = [word.shown, word.width];
    } else {
      line += (blank ? ' ' : '') + word.shown;
      used += blank + word.width;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A sentence on one line, safe and with its code styled. */
export function sentence(text: string, palette: Palette): string {
  return wrap(text, Number.POSITIVE_INFINITY, palette).join('');
}

function* words(text: string, palette: Palette): Generator<Word> {
  let spaced = false;
  for (const part of text.split(/(`[^`]+`)/)) {
    const isCode = part.length > 2 && part.startsWith('`') && part.endsWith('`');
    if (isCode) {
      const inner = part.slice(1, -1);
      // Short code stays together; a long value may be broken at its blanks.
      const pieces = widthOf(inner) <= 40 ? [inner] : inner.split(' ');
      for (const [index, piece] of pieces.entries()) {
        const shown = palette.code(piece);
        yield { shown, width: widthOf(piece) + (shown.startsWith('`') ? 2 : 0), spaced: spaced || index > 0 };
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
