import { Unread } from './parse.ts';

/** Brackets in brackets, deeper than anybody writes them. */
const deepest = 1000;

/** What is no JSON, in the words of jq. */
export class BadJson extends Error {}

/**
 * The JSON values of a text, one after the other.
 * @throws BadJson, Unread
 */
export function valuesIn(text: string): readonly unknown[] {
  if (text.trim() === '') return [];
  if (depthOf(text) > deepest) throw new Unread();
  try {
    return [JSON.parse(text)];
  } catch {
    return pieces(text).map((piece) => {
      try {
        return JSON.parse(piece.text) as unknown;
      } catch {
        const before = text.slice(0, piece.to);
        const line = before.split('\n').length;
        const column = before.length - before.lastIndexOf('\n') - 1;
        throw new BadJson(`Invalid literal at line ${line}, column ${column}`);
      }
    });
  }
}

/** How deep the brackets of a text go; those in its strings count, which only makes it more. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return most;
}

interface Piece {
  readonly text: string;
  readonly to: number;
}

/** Where each value of a text begins and ends, by its brackets and quotes. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let [from, depth, quoted] = [-1, 0, false];
  const close = (to: number): void => {
    if (from !== -1) found.push({ text: text.slice(from, to), to });
    from = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') {
        quoted = false;
        if (depth === 0) close(at + 1);
      }
      continue;
    }
    if (/\s/.test(char)) {
      if (depth === 0) close(at);
      continue;
    }
    if (from === -1) from = at;
    if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth <= 0) {
      depth = 0;
      close(at + 1);
    }
  }
  close(text.length);
  return found;
}
