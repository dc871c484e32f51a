/**
 * Stands in a text for a piece that nobody knows: the output of a command, the value of a Secret. It is a character of the
 * private use area, so that a text of somebody that happens to hold it is at worst taken for unknown.
 */
export const hole = '\uF8FF';

/** Whether all of a text is known. */
export function isKnown(text: string): boolean {
  return !text.includes(hole);
}
