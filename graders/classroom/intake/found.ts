import type { FileRead } from '../../course/files.ts';
import type { Remark } from '../results.ts';

/** A regular file of a submission; it is read when somebody wants it. */
export interface Found {
  /** From the root of the submission, with `/` and without `..`. */
  readonly path: string;
  read(): FileRead;
}

/** The files of a submission, or of a part of it. */
export interface Tree {
  readonly files: readonly Found[];
  readonly remarks: readonly Remark[];
}

const mebibyte = 1024 * 1024;

/** What one submission may be. A course has some hundred files of some kilobytes. */
export const limits = {
  /** Of files and folders, those that are left out included. */
  entries: 20_000,
  depth: 24,
  /** Of an archive as it was handed in. */
  archive: 64 * mebibyte,
  /** Of all that is taken out of an archive. */
  unpacked: 64 * mebibyte,
  /** Of a compressed tar, what nobody wants included. */
  streamed: 512 * mebibyte,
  /** Characters of a path. */
  path: 1_000,
  /** Archives within a submission that are opened. */
  archives: 8,
  notebooks: 40,
};

/** Folders that hold nothing handed in: what tools leave behind. */
const tools = /^(?:\.git|\.svn|\.hg|node_modules|__MACOSX|\.idea|\.vscode|\.cache|\.venv|venv|__pycache__)$/;
/** Files of the same kind. */
const clutter = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/;

export const isLeftOut = (segment: string): boolean => tools.test(segment) || clutter.test(segment);

/**
 * A path of an archive as it would be inside of a folder.
 * @returns undefined for one that leads out of it or is no path at all
 */
export function pathInside(path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.length > limits.path || slashed.includes('\0') || /^(?:\/|[A-Za-z]:)/.test(slashed)) return undefined;
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.length > limits.depth || parts.includes('..') ? undefined : parts.join('/');
}

/** What is opened instead of read. */
export const archive = /\.(?:zip|tar|tgz|tar\.gz)$/i;
export const notebook = /\.ipynb$/i;
