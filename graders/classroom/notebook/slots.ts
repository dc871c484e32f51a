import type { Source } from '../../core/source.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';

/** A text in its place in a `respuesta.ts`. */
export interface Written {
  readonly text: string;
  /** Something else stood there. */
  readonly replaces: boolean;
}

/**
 * Writes an explanation into its place.
 * @returns undefined where the file cannot be read, or has no such place
 */
export function writeSlot(source: Source, section: string, slot: string, words: string): Written | undefined {
  const place = parseLiteral(source).root?.parts.get(section)?.parts.get(slot);
  if (!place || typeof place.value !== 'string') return undefined;
  if (place.value === words) return { text: source.text, replaces: false };
  const { from, to } = place.at;
  return {
    text: source.text.slice(0, from) + asLiteral(words) + source.text.slice(to),
    replaces: place.value.trim() !== '',
  };
}

/** A text as TypeScript: between quotes on one line, between backticks on several. */
function asLiteral(words: string): string {
  if (!/[\n\r\u2028\u2029]/.test(words)) return `'${words.replace(/[\\']/g, '\\$&')}'`;
  return `\`${words.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}
