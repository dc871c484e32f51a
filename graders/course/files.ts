import { isUtf8 } from 'node:buffer';
import { type Finding, finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { binary, directory, encoding, missing, tooLarge, unreadable } from '../parse/file/findings.ts';
import { NotRegular, readRegular } from './regular.ts';

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

/** How a text file is asked for. */
export interface Asked {
  /** Folder of a stranger's files: what is read must be in it, and no link. */
  readonly inside?: string;
  /** Says what to do about a file that is not there. */
  readonly whenMissing?: Finding;
}

/**
 * Reads a text file in UTF-8. A byte order mark is dropped; line endings are kept as they are.
 * @param file where it is on the disk
 * @param path how messages name it
 */
export function readText(file: string, path: string, { inside, whenMissing }: Asked = {}): FileRead {
  const at: Span = { path, from: 0, to: 0 };
  try {
    return decode(readRegular(file, { most: largest, ...(inside !== undefined && { inside }) }), path);
  } catch (error) {
    return { path, text: undefined, problem: whenMissing && isMissing(error) ? whenMissing : explain(error, at) };
  }
}

/** The source of a read without problem. */
export function sourceOf({ path, text }: FileRead): Source {
  return { path, text: text ?? '' };
}

/** The text of bytes that were read elsewhere: in an archive, for one. */
export function decode(bytes: Buffer, path: string): FileRead {
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

/** Why the operating system does not let something be read. */
export function explain(error: unknown, at: Span): Finding {
  const file = at.path;
  if (error instanceof NotRegular) return irregular(error, at);
  const code = codeOf(error);
  if (isMissing(error)) return finding(missing, 'file', at, { file });
  if (code === 'EACCES' || code === 'EPERM') return finding(unreadable, 'permission', at, { file });
  return finding(unreadable, 'system', at, { file, code });
}

function irregular({ what, size: bytes }: NotRegular, at: Span): Finding {
  const file = at.path;
  if (what === 'directory') return finding(directory, 'found', at, { file });
  if (what !== 'large') return finding(unreadable, what, at, { file });
  const size = Math.round((bytes / mebibyte) * 10) / 10;
  return finding(tooLarge, 'size', at, { file, size, limit: largest / mebibyte });
}
