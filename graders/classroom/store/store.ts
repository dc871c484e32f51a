import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { byName } from '../intake/order.ts';

/** Where a report stands. */
interface Place {
  readonly file: string;
  /** Bytes. */
  readonly from: number;
  readonly length: number;
}

/**
 * Reports that are graded already, by key. Each is one line of a journal, written at once, so that whoever is killed loses at
 * most the line being written; a complete run leaves what it used, in order, in one file. The reports of a large class are more than
 * anybody wants in memory: they stay in the files, and are read when they are asked for.
 */
export class Store {
  private readonly places = new Map<string, Place>();
  private readonly used = new Set<string>();
  private readonly read = new Map<string, number>();
  private journal: { readonly open: number; size: number } | undefined;

  /** @param folder absolute; made when it is not there */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.adopt(folder);
  }

  /** The report of a key as JSON text. */
  get(key: string): string | undefined {
    this.use(key);
    const place = this.places.get(key);
    return place && this.bytesAt(place).toString('utf8');
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  /** As asking for the report of a key, which belongs to this run then. */
  use(key: string): void {
    this.used.add(key);
  }

  /** @param report JSON text, on one line */
  keep(key: string, report: string): void {
    const bytes = Buffer.from(report);
    const file = join(this.folder, journal);
    this.journal ??= openJournal(file);
    const line = lineOf(key, bytes);
    writeAll(this.journal.open, line);
    this.journal.size += line.length;
    this.places.set(key, { file, from: this.journal.size - bytes.length - newline.length, length: bytes.length });
  }

  /** Reports of another store, which are asked for at the end as if they had been graded here. @param folder absolute */
  adopt(folder: string): void {
    for (const name of [graded, journal]) this.load(join(folder, name));
  }

  /** Writes what was asked for in this run, and only that, as one file. Nothing is asked for afterwards. */
  settle(): void {
    const file = join(this.folder, graded);
    const draft = `${file}.tmp`;
    const open = openSync(draft, 'w');
    try {
      for (const key of [...this.used].sort(byName)) {
        const place = this.places.get(key);
        if (place) writeAll(open, lineOf(key, this.bytesAt(place)));
      }
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    this.close();
    renameSync(draft, file);
    rmSync(join(this.folder, journal), { force: true });
  }

  close(): void {
    for (const open of this.read.values()) closeSync(open);
    this.read.clear();
    if (this.journal) closeSync(this.journal.open);
    this.journal = undefined;
  }

  private bytesAt({ file, from, length }: Place): Buffer {
    const open = this.read.get(file) ?? openSync(file, 'r');
    this.read.set(file, open);
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const count = readSync(open, bytes, at, length - at, from + at);
      if (count === 0) throw new Error(`${file} is shorter than it was`);
      at += count;
    }
    return bytes;
  }

  /** A line that is not as long as it says, such as the last one of a journal that was cut, is as good as none. */
  private load(file: string): void {
    const bytes = readIfThere(file);
    for (let from = 0, to = bytes.indexOf(10); to >= 0; from = to + 1, to = bytes.indexOf(10, from)) {
      const line = bytes.subarray(from, to);
      const [head = '', key = '', length = ''] = /^([0-9a-f]{32}) (\d+) /.exec(line.toString('latin1', 0, 48)) ?? [];
      const report = line.length - head.length;
      if (key !== '' && report === Number(length)) {
        this.places.set(key, { file, from: from + head.length, length: report });
      }
    }
  }
}

const graded = 'graded.txt';
const journal = 'journal.txt';
const newline = Buffer.from('\n');

const lineOf = (key: string, report: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${key} ${report.length} `), report, newline]);

/** Begins a line of its own after one that was cut. */
function openJournal(file: string): { readonly open: number; size: number } {
  const open = openSync(file, 'a');
  writeAll(open, newline);
  return { open, size: fstatSync(open).size };
}

function writeAll(open: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(open, bytes, from);
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw problem;
  }
}
