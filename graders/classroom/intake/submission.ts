import { dirname } from 'node:path';
import { readText } from '../../course/files.ts';
import { readRegular } from '../../course/regular.ts';
import type { GradedSubmission, Remark } from '../results.ts';
import { type Chosen, choose } from './choose.ts';
import type { Entry, Part } from './entries.ts';
import { readFolder } from './folder.ts';
import { archive, type Found, limits, notebook, type Tree } from './found.ts';
import { type Asked, Placing } from './place.ts';
import { cannotRead, nested, noNotebooks, tooLargeArchive, tooManyArchives } from './sentences.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

/** A submission with its answers found. */
export interface Submission extends Pick<GradedSubmission, 'id' | 'entry' | 'student' | 'remarks'> {
  readonly answers: Chosen['answers'];
}

/** The course that a class answers. */
export interface Course {
  readonly exercises: readonly Asked[];
  /** Names at the root of the course, `exercises` apart: who hands in a clone hands them in too. */
  readonly furniture: ReadonlySet<string>;
}

/** Reads one submission. Whatever it is made of, there is one, with what was odd about it. */
export async function readSubmissionEntry(entry: Entry, { exercises, furniture }: Course): Promise<Submission> {
  const placing = new Placing(exercises);
  const reading = new Reading((path) => placing.place(path) !== undefined);
  for (const part of entry.parts) await reading.part(part);
  const isFurniture = besideExercises(reading.files, furniture);
  const { answers, remarks } = choose(reading.files, exercises, placing, isFurniture);
  const { id, student } = entry;
  return { id, entry: entry.entry, student, answers, remarks: [...reading.remarks, ...remarks] };
}

/** The files of a submission, those of archives within it included. */
class Reading {
  readonly files: Found[] = [];
  readonly remarks: Remark[] = [];
  private archives = 0;

  constructor(private readonly wanted: (path: string) => boolean) {}

  async part({ file, name, kind }: Part): Promise<void> {
    if (kind === 'folder')
      await this.add(readFolder(file), '', 0, (path) =>
        readRegular(`${file}/${path}`, { inside: file, most: limits.archive }),
      );
    else if (archive.test(name))
      await this.open('', name, 0, () => readRegular(file, { inside: dirname(file), most: limits.archive }));
    else
      await this.add(
        { files: [{ path: name, read: () => readText(file, name, { inside: dirname(file) }) }], remarks: [] },
        '',
        0,
        () => undefined,
      );
  }

  /** @param depth archives that the tree is in */
  private async add(
    { files, remarks }: Tree,
    under: string,
    depth: number,
    bytesOf: (path: string) => Buffer | undefined,
  ): Promise<void> {
    this.remarks.push(...remarks.map(({ path, message }) => ({ path: joined(under, path), message })));
    for (const found of files) {
      const path = joined(under, found.path);
      if (archive.test(path)) await this.open(path, path, depth, () => bytesOf(found.path));
      else if (notebook.test(path)) this.remarks.push({ path, message: noNotebooks });
      else this.files.push({ path, read: () => ({ ...found.read() }) });
    }
  }

  private async open(under: string, name: string, depth: number, read: () => Buffer | undefined): Promise<void> {
    const refuse = (message: Remark['message']) => this.remarks.push({ path: name, message });
    if (depth > 1) return void refuse(nested);
    if (++this.archives > limits.archives) return void refuse(tooManyArchives(limits.archives));
    const bytes = bytesFrom(read);
    if ('problem' in bytes) return void refuse(bytes.problem);
    const wanted = (path: string) => (depth === 0 && archive.test(path)) || this.wanted(joined(under, path));
    const tree = await (isZip(bytes.bytes) ? readZip : readTar)(bytes.bytes, wanted);
    await this.add(tree, under, depth + 1, tree.bytesOf);
  }
}

function bytesFrom(
  read: () => Buffer | undefined,
): { readonly bytes: Buffer } | { readonly problem: Remark['message'] } {
  try {
    const bytes = read();
    return bytes ? { bytes } : { problem: cannotRead };
  } catch (problem) {
    const isLarge = (problem as { readonly what?: unknown }).what === 'large';
    return { problem: isLarge ? tooLargeArchive(limits.archive / 1024 / 1024) : cannotRead };
  }
}

/** By its bytes: a file that is called `.zip` may well be something else. */
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';
const joined = (under: string, path: string): string =>
  under === '' ? path : path === '.' ? under : `${under}/${path}`;

/** In a clone of the course, its own folders stand beside `exercises/`. */
function besideExercises(files: readonly Found[], furniture: ReadonlySet<string>): (path: string) => boolean {
  const roots = new Set(
    files.flatMap(({ path }) => {
      const at = `/${path}`.indexOf('/exercises/');
      return at < 0 ? [] : [path.slice(0, at)];
    }),
  );
  return (path) =>
    [...roots].some((root) => path.startsWith(root) && furniture.has(path.slice(root.length).split('/')[0] ?? ''));
}
