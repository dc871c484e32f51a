import type { Span } from '../../core/span.ts';
import type { Written } from './written.ts';

/** `--from=build`. A flag without `=` has no value. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  readonly at: Span;
  readonly nameAt: Span;
  readonly valueAt: Span;
}

/**
 * Takes the leading `--flags` off the arguments of an instruction.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/split_command.go (extractBuilderFlags)
 */
export function takeFlags(args: Written, escapeChar: string): { flags: readonly Flag[]; rest: Written } {
  const flags: Flag[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(args.text.charAt(at))) at++;
    if (!args.text.startsWith('--', at)) return { flags, rest: args.slice(at) };
    const to = wordEnd(args.text, at, escapeChar);
    if (to - at === 2) return { flags, rest: args.slice(to).trim() };
    flags.push(flag(args.slice(at, to), escapeChar));
    at = to;
  }
}

function wordEnd(text: string, from: number, escapeChar: string): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escapeChar) at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) return at;
  }
  return text.length;
}

/** Without quotes, and with what an escape character protects. */
function bare(text: string, escapeChar: string): string {
  return text.replace(escapeChar === '`' ? /`(.)|["'`]/gs : /\\(.)|["'\\]/gs, (_, kept?: string) => kept ?? '');
}

function flag(word: Written, escapeChar: string): Flag {
  const equals = word.text.indexOf('=');
  const nameEnd = equals === -1 ? word.text.length : equals;
  const name = bare(word.text.slice(0, nameEnd), escapeChar).slice(2);
  const base = { name, at: word.span(), nameAt: word.span(0, nameEnd) };
  if (equals === -1) return { ...base, valueAt: word.span() };
  const value = word.slice(equals + 1);
  return { ...base, value: bare(value.text, escapeChar), valueAt: value.text === '' ? word.span() : value.span() };
}
