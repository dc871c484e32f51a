const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text as base64, by its bytes in UTF-8. */
export { base64 as encoded } from '../../../core/base64.ts';

/** What base64 stands for, whatever is none of its signs left out. @returns nothing where the bytes are no text */
export function decoded(text: string): string {
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
    return '';
  }
}
