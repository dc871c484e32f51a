import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file only when its content changes, so that nobody who watches it is woken for nothing. */
export function writeText(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function writeJson(path: string, content: object): void {
  writeText(path, `${JSON.stringify(content, undefined, 2)}\n`);
}
