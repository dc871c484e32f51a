import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { type Finding, finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { binary, directory, encoding, missing, tooLarge, unreadable } from '../parse/file/findings.ts';

/** A file that was read, or why it could not be: one finding. */
export interface FileRead {
  /** The path in messages, as the person knows it. */
  readonly path: string;
  /** Undefined for a file that is no text at all. */
  readonly text: string | undefined;
  readonly problem?: Finding;
}

const mebibyte = 1024 * 1024;
export const largest = 4 * mebibyte;

/**
 * Reads a text file in UTF-8. A byte order mark is dropped; line endings are kept as they are.
 * @param file where it is on the disk
 * @param path how messages name it
 * @param whenMissing says what to do about a file that is not there
 */
export function readText(file: string, path: string, whenMissing?: Finding): FileRead {
  const at: Span = { path, from: 0, to: 0 };
  try {
    const problem = refusal(statSync(file), at);
    if (problem) return { path, text: undefined, problem };
    return decode(readFileSync(file), path);
  } catch (error) {
    return { path, text: undefined, problem: whenMissing && isMissing(error) ? whenMissing : explain(error, at) };
  }
}

/** The source of a read without problem. */
export function sourceOf({ path, text }: FileRead): Source {
  return { path, text: text ?? '' };
}

/** Opening a pipe or a device could wait for ever, and a huge file could fill the memory: neither is opened. */
function refusal(stats: Stats, at: Span): Finding | undefined {
  const file = at.path;
  if (stats.isDirectory()) return finding(directory, 'found', at, { file });
  if (!stats.isFile()) return finding(unreadable, 'special', at, { file });
  if (stats.size <= largest) return undefined;
  const size = Math.round((stats.size / mebibyte) * 10) / 10;
  return finding(tooLarge, 'size', at, { file, size, limit: largest / mebibyte });
}

function decode(bytes: Buffer, path: string): FileRead {
  const at: Span = { path, from: 0, to: 0 };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { path, text: undefined, problem: finding(encoding, 'utf16', at, { file: path }) };
  }
  if (bytes.includes(0)) return { path, text: undefined, problem: finding(binary, 'nul', at, { file: path }) };
  return isUtf8(bytes) ? { path, text: new TextDecoder('utf-8').decode(bytes) } : misencoded(bytes, path);
}

/** Points at the first wrong byte; from there on the text is shown as Windows would read it. */
function misencoded(bytes: Buffer, path: string): FileRead {
  const valid = validPrefix(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, valid));
  const text = before + bytes.subarray(valid).toString('latin1');
  const byte = `0x${(bytes[valid] ?? 0).toString(16).toUpperCase()}`;
  const at = { path, from: before.length, to: before.length + 1 };
  return { path, text, problem: finding(encoding, 'invalid', at, { byte }) };
}

/** How many bytes from the start are whole UTF-8 characters, found by halving. */
function validPrefix(bytes: Buffer): number {
  const startsWell = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsWell(middle)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good--;
  return good;
}

const startsWith = (bytes: Buffer, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}

function explain(error: unknown, at: Span): Finding {
  const file = at.path;
  const code = codeOf(error);
  if (isMissing(error)) return finding(missing, 'file', at, { file });
  if (code === 'EACCES' || code === 'EPERM') return finding(unreadable, 'permission', at, { file });
  return finding(unreadable, 'system', at, { file, code });
}
