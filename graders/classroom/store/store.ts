import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { byName } from '../intake/order.ts';

/**
 * Reports that are graded already, by key. Each is one line of a journal, written at once, so that whoever is killed loses at
 * most the line being written; a complete run leaves what it used, in order, in one file.
 */
export class Store {
  private readonly reports = new Map<string, Buffer>();
  private readonly used = new Set<string>();
  private journal: number | undefined;

  /** @param folder absolute; made when it is not there */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    for (const name of [graded, journal]) this.load(join(folder, name));
  }

  /** The report of a key as JSON text. */
  get(key: string): string | undefined {
    this.used.add(key);
    return this.reports.get(key)?.toString('utf8');
  }

  has(key: string): boolean {
    return this.reports.has(key);
  }

  /** @param report JSON text, on one line */
  keep(key: string, report: string): void {
    const bytes = Buffer.from(report);
    this.reports.set(key, bytes);
    this.journal ??= openJournal(join(this.folder, journal));
    writeAll(this.journal, lineOf(key, bytes));
  }

  /** Reports of another store, which are asked for at the end as if they had been graded here. @param folder absolute */
  adopt(folder: string): void {
    for (const name of [graded, journal]) this.load(join(folder, name));
  }

  /** Writes what was asked for in this run, and only that, as one file. */
  settle(): void {
    const file = join(this.folder, graded);
    const draft = `${file}.tmp`;
    const open = openSync(draft, 'w');
    try {
      for (const key of [...this.used].sort(byName)) {
        const bytes = this.reports.get(key);
        if (bytes) writeAll(open, lineOf(key, bytes));
      }
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(draft, file);
    this.close();
    rmSync(join(this.folder, journal), { force: true });
  }

  close(): void {
    if (this.journal !== undefined) closeSync(this.journal);
    this.journal = undefined;
  }

  /** A line that is not as long as it says, such as the last one of a journal that was cut, is as good as none. */
  private load(file: string): void {
    const bytes = readIfThere(file);
    for (let from = 0, to = bytes.indexOf(10); to >= 0; from = to + 1, to = bytes.indexOf(10, from)) {
      const line = bytes.subarray(from, to);
      const [head = '', key = '', length = ''] = /^([0-9a-f]{32}) (\d+) /.exec(line.toString('latin1', 0, 48)) ?? [];
      const report = line.subarray(head.length);
      if (key !== '' && report.length === Number(length)) this.reports.set(key, report);
    }
  }
}

const graded = 'graded.txt';
const journal = 'journal.txt';
const newline = Buffer.from('\n');

const lineOf = (key: string, report: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${key} ${report.length} `), report, newline]);

/** Begins a line of its own after one that was cut. */
function openJournal(file: string): number {
  const open = openSync(file, 'a');
  writeAll(open, newline);
  return open;
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
