import { own } from '../../../core/own.ts';

/** Escapes of one character; the quote that opens the text may be escaped too. */
const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const escaped = /\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu;

/**
 * The text of a string literal; back quotes know no escapes. Those of the others are Go's, and there are no more: a
 * pattern such as `"\\d"` needs its bar twice.
 * @returns the offset in the literal of the first escape Prometheus refuses
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function readText(literal: string): string | { readonly badEscape: number } {
  const quote = literal[0] ?? '';
  const inner = literal.slice(1, -1);
  if (quote === '`') return inner;
  let badEscape: number | undefined;
  const text = inner.replace(escaped, (_, octal, byte, short, long, char: string | undefined, at: number) => {
    const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(byte ?? short ?? long ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    if (char !== undefined && char === quote) return char;
    const known = char === undefined ? undefined : own(simple, char);
    if (known === undefined) badEscape ??= at + 1;
    return known ?? '';
  });
  return badEscape === undefined ? text : { badEscape };
}
