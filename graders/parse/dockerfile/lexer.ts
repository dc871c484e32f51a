/** A word of a line: quotes and escapes still in it. */
export interface RawWord {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits at blanks that are outside quotes and `${…}`. A quote that is never closed gives no words at all, as in BuildKit.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export function shellWords(text: string, escapeChar: string): readonly RawWord[] {
  const words: RawWord[] = [];
  let from = -1;
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      if (from >= 0) words.push({ from, to: at });
      from = -1;
      at++;
      continue;
    }
    if (from < 0) from = at;
    at = skipOne(text, at, escapeChar);
    if (at === -1) return [];
  }
  if (from >= 0) words.push({ from, to: text.length });
  return words;
}

/** The index after the character, quoted string or substitution at `at`; -1 when it is never closed. */
export function skipOne(text: string, at: number, escapeChar: string): number {
  const char = text[at];
  if (char === "'") {
    const close = text.indexOf("'", at + 1);
    return close === -1 ? -1 : close + 1;
  }
  if (char === '"') return skipQuoted(text, at + 1, escapeChar);
  if (char === escapeChar) return Math.min(at + 2, text.length);
  if (char === '$' && text[at + 1] === '{') return skipBraces(text, at + 2, escapeChar);
  return at + 1;
}

function skipQuoted(text: string, from: number, escapeChar: string): number {
  for (let at = from; at < text.length; ) {
    if (text[at] === '"') return at + 1;
    if (text[at] === escapeChar) at += 2;
    else if (text[at] === '$' && text[at + 1] === '{') {
      at = skipBraces(text, at + 2, escapeChar);
      if (at === -1) return -1;
    } else at++;
  }
  return -1;
}

function skipBraces(text: string, from: number, escapeChar: string): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === escapeChar) at++;
    else if (text[at] === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

/**
 * The words of `ENV`, `LABEL` and `ARG`: quotes group and stay, an escaped blank does not split.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/line_parsers.go (parseWords)
 */
export function assignmentWords(text: string, escapeChar: string): readonly RawWord[] {
  const words: RawWord[] = [];
  let from = -1;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '' && /\s/.test(char)) {
      if (from >= 0) words.push({ from, to: at });
      from = -1;
      continue;
    }
    if (from < 0) from = at;
    if (char === escapeChar && quote !== "'") at++;
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  if (from >= 0) words.push({ from, to: text.length });
  return words;
}

/** Words between blanks, quotes or not. A no-break space, as copied from a document, is no blank here. */
export function plainWords(text: string): readonly RawWord[] {
  return [...text.matchAll(/[^\t\v\f\r ]+/g)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
}
