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

const escaped = /((?:\\[0-3][0-7]{2}|\\x[0-9a-fA-F]{2})+)|\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu;

/** A run of bytes, each written `\xc3` or `\303`, read as the UTF-8 that it is. */
function decoded(run: string): string {
  const bytes = [...run.matchAll(/\\(?:x(..)|(...))/g)].map(([, hex, octal = '']) =>
    hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16),
  );
  const percent = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(percent);
  } catch {
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD')).join('');
  }
}

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
  const text = inner.replace(
    escaped,
    (_, bytes: string | undefined, short, long, char: string | undefined, at: number) => {
      if (bytes !== undefined) return decoded(bytes);
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      if (char !== undefined && char === quote) return char;
      const known = char === undefined ? undefined : own(simple, char);
      if (known === undefined) badEscape ??= at + 1;
      return known ?? '';
    },
  );
  return badEscape === undefined ? text : { badEscape };
}
