import { jsonText } from '../render/json-text.ts';
import type { Output } from './io.ts';

export function printLines(out: Output, lines: readonly string[]): void {
  out.write(`${lines.join('\n')}\n`);
}

export function printJson(out: Output, value: unknown): void {
  out.write(jsonText(value));
}
