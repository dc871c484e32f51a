import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { syntax } from './findings.ts';

/** What YAML does not allow anywhere, and the mark that a decoder leaves where the encoding was another one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notText = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFD]/;

/** The first character that shows the file is no text, or not in UTF-8. */
export function firstControlCharacter({ path, text }: Source): Finding | undefined {
  const index = text.search(notText);
  if (index === -1) return undefined;
  const code = `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`;
  return finding(syntax, 'control', { path, from: index, to: index + 1 }, { code });
}

/**
 * The same text, character for character, with each flow collection and quoted text on one line. `kubectl` ignores the
 * indentation inside them, and the parser does not.
 */
export function withFlowsOnOneLine(text: string): string {
  const tokens = /#.*|"(?:\\[\s\S]|[^"\\])*"|'(?:''|[^'])*'|[[\]{}]|\n/g;
  let depth = 0;
  return text.replace(tokens, (token, offset: number) => {
    if (token.startsWith('#'))
      return depth > 0 && /^[\s[{,]$/.test(text[offset - 1] ?? ' ') ? ' '.repeat(token.length) : token;
    if (token === '\n') return depth > 0 ? ' ' : token;
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
    else return token.replaceAll('\n', ' ');
    return token;
  });
}
