import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { headOf, rangeOf } from '../../core/span.ts';
import { effort, TooMuch } from '../typescript/parser.ts';
import { forbiddenKey, notData, syntax, tooDeep } from './findings.ts';

/**
 * Turns what the parser threw into words a person understands.
 * @throws whatever is no syntax error, since that is a defect of ours
 */
export function explain(source: Source, thrown: unknown): Finding {
  const { path, text } = source;
  if (thrown instanceof TooMuch) return tooMuch(source, thrown);
  if (!(thrown instanceof SyntaxError)) throw thrown;
  const { message } = thrown;
  const offset = Math.min((thrown as SyntaxError & { pos?: number }).pos ?? 0, text.length);
  const at = { path, from: offset, to: offset + tokenAt(text, offset).length };

  if (message.startsWith('Redefinition of __proto__')) return finding(forbiddenKey, 'key', at, { key: '__proto__' });
  if (message.startsWith('Unterminated string'))
    return finding(syntax, 'unclosedString', { ...at, to: offset + 1 }, {});
  if (message.startsWith('Unterminated template')) {
    const from = Math.max(0, text.slice(0, offset).lastIndexOf('`'));
    return finding(syntax, 'unclosedTemplate', { path, from, to: from + 1 }, {});
  }
  if (message.startsWith('Unterminated comment'))
    return finding(syntax, 'unclosedComment', { ...at, to: offset + 2 }, {});
  return unexpected(source, offset, message.startsWith('Unexpected token'));
}

function tooMuch({ path, text }: Source, { what, offset }: TooMuch): Finding {
  const from = Math.max(0, Math.min(offset, text.length) - 1);
  const at = { path, from, to: from + 1 };
  return what === 'depth' ? finding(tooDeep, 'chain', at, { limit: effort.depth }) : finding(tooDeep, 'effort', at, {});
}

/** Something that cannot stand where it stands, or nothing where something should. */
function unexpected(source: Source, offset: number, isToken: boolean): Finding {
  const { path, text } = source;
  const found = tokenAt(text, offset);
  if (!/\bexport\s+default\b/.test(text)) return finding(notData, 'noDefault', headOf(source), {});
  if (found === '') return tooSoon(source);
  const at = { path, from: offset, to: offset + found.length };
  if (/^[«»“”‘’„]/.test(found)) {
    return finding(syntax, 'typographicQuote', { ...at, to: offset + 1 }, { found: found[0] ?? '' });
  }
  const slip = commonSlip(source, offset, found);
  if (slip) return slip;
  if (!isToken) return finding(syntax, 'unreadable', at, { found: visible(found) });
  const before = lastTokenBefore(text, offset);
  if (startsValue(found) && endsValue(before)) return finding(syntax, 'missingComma', at, { found });
  if (/^[,}\]]$/.test(found) && /^[:,[]$/.test(before)) return finding(syntax, 'missingValue', at, { found });
  return finding(syntax, 'unexpected', at, { found });
}

/** The slips of a person who has written little TypeScript. */
function commonSlip({ path, text }: Source, offset: number, found: string): Finding | undefined {
  const at = { path, from: offset, to: offset + found.length };
  const before = text.slice(Math.max(0, offset - 200), offset);
  if (found === ';') return finding(syntax, 'semicolon', at, {});
  if (found === '=') return finding(syntax, 'equals', at, {});
  const [, start = '', end = ''] = /([\p{L}\p{N}_$-]+)\s*$/u.exec(before) ?? [];
  const rest = /^-[\p{L}\p{N}_$-]*(?=\s*:)/u.exec(text.slice(offset, offset + 200))?.[0];
  if (start && rest) {
    const key = start + rest;
    const from = offset - start.length - end.length;
    return finding(syntax, 'hyphenKey', { path, from, to: offset + rest.length }, { key, quoted: `'${key}'` });
  }
  const decimal = /(\d+),(\d+)\s*$/.exec(before);
  if (decimal && /^[,}]$/.test(found)) {
    const from = offset - (before.length - decimal.index);
    const to = from + decimal[0].trimEnd().length;
    return finding(syntax, 'decimalComma', { path, from, to }, { number: `${decimal[1]}.${decimal[2]}` });
  }
  if (/['"]$/.test(before) && /^[\p{L}\p{N}]/u.test(found)) return finding(syntax, 'quoteInside', at, { found });
  return undefined;
}

/** A control character cannot be shown. */
function visible(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  return code < 32 || code === 127 ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : found;
}

function tooSoon(source: Source): Finding {
  const { path, text } = source;
  const last = text.trimEnd().length;
  const open = stillOpen(text);
  if (!open) return finding(syntax, 'unfinished', { path, from: Math.max(0, last - 1), to: last }, {});
  const at = { path, from: open.index, to: open.index + 1 };
  return finding(syntax, 'unexpectedEnd', at, { open: open.token, line: rangeOf(text, at).start.line });
}

const words = /[\p{L}\p{N}_$]+|'[^'\n]*'?|"[^"\n]*"?|`[^`]*`?|[^\s]/uy;

function tokenAt(text: string, offset: number): string {
  words.lastIndex = offset;
  const token = words.exec(text)?.[0] ?? '';
  return token.length > 40 ? token.slice(0, 40) : token;
}

/** The last token before an offset, comments aside. */
function lastTokenBefore(text: string, offset: number): string {
  const before = text
    .slice(Math.max(0, offset - 2000), offset)
    .replace(/\/\/.*|\/\*[\s\S]*?\*\//g, ' ')
    .trimEnd();
  return /(?:[\p{L}\p{N}_$]+|[^\s])$/u.exec(before)?.[0] ?? '';
}

const startsValue = (token: string): boolean => /^[\p{L}\p{N}_$'"`{[]/u.test(token);
const endsValue = (token: string): boolean => /[\p{L}\p{N}_$'"`}\]]$/u.test(token);

/** The innermost bracket that is never closed. */
function stillOpen(text: string): { readonly token: string; readonly index: number } | undefined {
  const open: { token: string; index: number }[] = [];
  for (const { 0: token, index } of text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"|`[^`]*`|[()[\]{}]/g)) {
    if (/^[([{]$/.test(token)) open.push({ token, index });
    else if (/^[)\]}]$/.test(token)) open.pop();
  }
  return open.at(-1);
}
