import { finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import { decode, type FileRead, largest } from '../../course/files.ts';
import { tooLarge, unreadable } from '../../parse/file/findings.ts';
import type { Remark } from '../results.ts';
import { archive, type Found, isLeftOut, limits, notebook, pathInside, type Tree } from './found.ts';
import { byName } from './order.ts';
import { caseCollision, damaged, duplicate, link, outside, special, tooMany, tooMuch } from './sentences.ts';

/** What stands under a path of an archive. */
export interface Packed {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** Bytes it says it has. */
  readonly size: number;
}

/** Why an archive is not read any further. */
export class Spent extends Error {
  constructor(readonly message_: Text) {
    super(message_.en);
  }
}

/**
 * Collects what an archive holds while a library reads it: which files are wanted, within which bounds, and what was odd.
 * Nothing is ever written to the disk.
 */
export class Unpacking {
  /** The bytes of a file, or how many it says it has where nobody asked for them. */
  private readonly files = new Map<string, Buffer | number>();
  private readonly folded = new Map<string, string>();
  private readonly remarks: Remark[] = [];
  private entries = 0;
  private bytes = 0;
  private streamed = 0;

  /** @param wanted of a path, whether somebody may want what is in it */
  constructor(private readonly wanted: (path: string) => boolean) {}

  /**
   * One more entry.
   * @returns the path under which its bytes are wanted, if they are
   * @throws {Spent} where there are too many
   */
  enter({ path: said, kind, size }: Packed): string | undefined {
    if (++this.entries > limits.entries) throw new Spent(tooMany(limits.entries));
    const path = pathInside(said);
    if (path === undefined) {
      if (kind !== 'folder' || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(said))
        this.remark(said.slice(0, limits.path).replaceAll('\\', '/'), outside);
      return undefined;
    }
    if (kind === 'folder' || path.split('/').some(isLeftOut)) return undefined;
    if (kind !== 'file') {
      this.remark(path, kind === 'link' ? link : special);
      return undefined;
    }
    this.collide(path);
    this.files.set(path, size);
    if (!this.wanted(path)) return undefined;
    return size <= Math.max(largest, archive.test(path) || notebook.test(path) ? limits.archive : 0) ? path : undefined;
  }

  /** @throws {Spent} where more comes out than may */
  spend(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > limits.unpacked) throw new Spent(tooMuch(limits.unpacked / 1024 / 1024));
  }

  /** Of a stream that has to be unpacked whole to find the files in it. */
  stream(bytes: number): void {
    this.streamed += bytes;
    if (this.streamed > limits.streamed) throw new Spent(tooMuch(limits.streamed / 1024 / 1024));
  }

  keep(path: string, bytes: Buffer): void {
    this.files.set(path, bytes);
  }

  remark(path: string, message: Text): void {
    this.remarks.push({ path, message });
  }

  /** What there is once the archive ended, or cannot be read any further. */
  tree(problem?: unknown): Tree & { readonly bytesOf: (path: string) => Buffer | undefined } {
    const why = problem instanceof Spent ? problem.message_ : damaged;
    const remarks = problem === undefined ? this.remarks : [...this.remarks, { path: '.', message: why }];
    const files = [...this.files].map(([path, bytes]): Found => ({ path, read: () => textOf(path, bytes) }));
    return {
      files: files.sort((a, b) => byName(a.path, b.path)),
      remarks,
      bytesOf: (path) => {
        const bytes = this.files.get(path);
        return Buffer.isBuffer(bytes) ? bytes : undefined;
      },
    };
  }

  private collide(path: string): void {
    const folded = path.toLowerCase().normalize('NFC');
    const before = this.folded.get(folded);
    this.folded.set(folded, path);
    if (before !== undefined) this.remark(path, before === path ? duplicate : caseCollision(before));
  }
}

function textOf(path: string, bytes: Buffer | number): FileRead {
  const size = Buffer.isBuffer(bytes) ? bytes.length : bytes;
  if (Buffer.isBuffer(bytes) && size <= largest) return decode(bytes, path);
  const at = { path, from: 0, to: 0 };
  const megabytes = (count: number): number => Math.round((count / 1024 / 1024) * 10) / 10;
  const problem =
    size > largest
      ? finding(tooLarge, 'size', at, { file: path, size: megabytes(size), limit: megabytes(largest) })
      : finding(unreadable, 'system', at, { file: path, code: 'EIO' });
  return { path, text: undefined, problem };
}
