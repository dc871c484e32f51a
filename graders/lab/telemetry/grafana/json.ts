/** A token, after blank space. */
const token =
  /[ \t\n\r]*([{}[\],:]|"(?:(?!\p{Cc})[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/guy;

/**
 * A JSON text, or the offset at which it stops being one. Engines tell that offset each in its own words, if at all.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function readJson(written: string): { readonly value: unknown } | { readonly brokenAt: number } {
  try {
    return { value: JSON.parse(written) };
  } catch {
    return { brokenAt: brokenAt(written) };
  }
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** Follows the tokens as far as the grammar takes them. */
function brokenAt(written: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (const [whole, read = ''] of written.matchAll(token)) {
    const next = after(read, expected, open);
    if (next === undefined) break;
    expected = next;
    at += whole.length;
  }
  return skipBlank(written, at);
}

/** What may come behind a token, or nothing when the token may not stand there. @param open brackets; it is changed */
function after(read: string, expected: Expected, open: string[]): Expected | undefined {
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  const inside = open.at(-1);
  if (read === '}' || read === ']') {
    const mayEnd = expected.endsWith('or end') && inside === (read === '}' ? '{' : '[');
    if (!mayEnd) return undefined;
    open.pop();
    return closed();
  }
  if (read === ',') return expected === 'comma or end' ? (inside === '{' ? 'key' : 'value') : undefined;
  if (read === ':') return expected === 'colon' ? 'value' : undefined;
  if (expected.startsWith('key')) return read.startsWith('"') ? 'colon' : undefined;
  if (!expected.startsWith('value')) return undefined;
  if (read !== '{' && read !== '[') return closed();
  open.push(read);
  return read === '{' ? 'key or end' : 'value or end';
}

function skipBlank(written: string, at: number): number {
  const blank = /[ \t\n\r]*/y;
  blank.lastIndex = at;
  blank.exec(written);
  return Math.min(blank.lastIndex, Math.max(0, written.length - 1));
}
