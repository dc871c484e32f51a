import { utf8 } from './sha256.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The text that base64 stands for, whatever is none of its signs left out.
 * @returns undefined where the bytes are no text in UTF-8
 */
export function textOfBase64(text: string): string | undefined {
  const values = [...text.replace(/[^A-Za-z0-9+/]/g, '')].map((sign) => letters.indexOf(sign));
  let percent = '';
  for (let at = 0; at < values.length; at += 4) {
    const part = values.slice(at, at + 4);
    const group = part.reduce((sum, value, index) => sum | (value << (18 - 6 * index)), 0);
    for (let byte = 0; byte < part.length - 1; byte++)
      percent += `%${((group >> (16 - 8 * byte)) & 255).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(percent);
  } catch {
    return undefined;
  }
}

/** The text in UTF-8, in base64. @see https://www.rfc-editor.org/rfc/rfc4648#section-4 */
export function base64(text: string): string {
  const bytes = utf8(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digit = (shift: number): string => letters.charAt((bits >> shift) & 63);
    parts.push(digit(18), digit(12), b === undefined ? '=' : digit(6), c === undefined ? '=' : digit(0));
  }
  return parts.join('');
}
