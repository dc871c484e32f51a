import { writtenAs } from './located.ts';
import type { YamlFile } from './yaml.ts';

/** What is more than this is not compared piece by piece. */
const mostLetters = 100_000;

class TooLong extends Error {}

/**
 * What a file says, wherever in it: the same for two files exactly where their documents have the same keys and values, in the same order
 * and with the scalars written in the same letters. Comments, blank lines and indentation decide nothing of it.
 * @returns undefined for a file that cannot be read, and for one that says too much
 */
export function saidIn({ documents, findings }: YamlFile): string | undefined {
  if (findings.length > 0) return undefined;
  const pieces: string[] = [];
  let room = mostLetters;
  const add = (piece: string): void => {
    room -= piece.length;
    if (room < 0) throw new TooLong();
    pieces.push(piece);
  };
  const addValue = (value: unknown, written?: string): void => {
    if (Array.isArray(value)) {
      add('[');
      for (const [index, item] of value.entries()) addValue(item, writtenAs(value, index));
      add(']');
    } else if (typeof value === 'object' && value !== null) {
      add('{');
      for (const [key, inner] of Object.entries(value)) {
        add(JSON.stringify(key));
        addValue(inner, writtenAs(value, key));
      }
      add('}');
    } else add(JSON.stringify([value, written]));
  };
  try {
    for (const { value } of documents) addValue(value);
  } catch (problem) {
    if (problem instanceof TooLong) return undefined;
    throw problem;
  }
  return pieces.join('');
}
