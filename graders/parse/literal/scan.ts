import { type Finding, finding } from '../../core/finding.ts';
import { has, own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import { headOf } from '../../core/span.ts';
import { notData, tooDeep, tooLarge } from './findings.ts';

export const limits = { characters: 200_000, depth: 64 } as const;

/** Comments, strings, and the characters that matter for what nests in what. */
const tokens =
  /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?|`(?:\\[\s\S]|\$(?!\{)|[^`\\$])*`?|[/()[\]{}]|\$\{/g;
const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * What can be refused by looking at the characters alone, in one pass: what nests too deeply, and what begins something
 * that is no data at all.
 */
export function refuseBeforeParsing(source: Source): Finding | undefined {
  const { path, text } = source;
  if (text.length > limits.characters) {
    return finding(tooLarge, 'size', headOf(source), { size: text.length, limit: limits.characters });
  }
  const open = { '(': 0, '[': 0, '{': 0 };
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const at = { path, from: index, to: index + 1 };
    if (token === '/') return finding(notData, 'value', lineFrom(source, index), { code: excerpt(text, index) });
    if (token.startsWith('`') && text.startsWith('${', index + token.length)) {
      const from = index + token.length;
      return finding(notData, 'interpolation', interpolation(source, from), { code: excerpt(text, from) });
    }
    if (has(open, token)) open[token]++;
    else if (has(closes, token)) close(open, token);
    if (open['('] + open['['] + open['{'] > limits.depth) {
      return finding(tooDeep, 'nesting', at, { limit: limits.depth });
    }
  }
  return undefined;
}

/** A closing bracket too many opens no credit for later. */
function close(open: Record<string, number>, token: string): void {
  const opener = own(closes, token) ?? '';
  open[opener] = Math.max(0, (own(open, opener) ?? 0) - 1);
}

function interpolation({ path, text }: Source, from: number) {
  const close = text.indexOf('}', from);
  return { path, from, to: close === -1 ? from + 2 : close + 1 };
}

function lineFrom({ path, text }: Source, from: number) {
  return { path, from, to: from + excerpt(text, from).length };
}

/** The beginning of what stands at an offset, short enough for a sentence. */
export function excerpt(text: string, from: number, to: number = text.length): string {
  const end = text[from] === '$' ? text.indexOf('}', from) + 1 || to : to;
  const [line = ''] = text.slice(from, Math.min(end, from + 60)).split(/\r?\n/, 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line.trimEnd();
}
