/** As JSON, which escapes only the oldest control characters; the others, and those that turn text around, as `\uXXXX`. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(unsafe, escaped)}\n`;
}

const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
