/**
 * Characters that a terminal obeys instead of showing (escape sequences), that reorder what is read (bidi controls) or
 * that hide in it (zero-width). Nothing a student writes reaches the terminal without passing here.
 * @see https://trojansource.codes
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text with every unsafe character replaced by a visible sign: `␛` for escape, `<U+202E>` for a bidi control. */
export function safe(text: string): string {
  return plain.test(text) ? text : text.replace(unsafe, visible);
}

/** Most texts are nothing else, and this is seen sooner than that nothing in them is unsafe. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u024f]*$/;

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
