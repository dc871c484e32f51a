import { dirname, join } from 'node:path';
import { decode, readText } from '../../course/files.ts';
import { readRegular } from '../../course/regular.ts';
import type { Exercise } from '../../exercise.ts';
import type { GradedSubmission, Remark } from '../results.ts';
import { type Chosen, choose } from './choose.ts';
import type { Entry, Part } from './entries.ts';
import { readFolder } from './folder.ts';
import { archive, type Found, limits, notebook, type Tree } from './found.ts';
import { type NotebookRead, readNotebookFile } from './notebook.ts';
import { type Asked, Placing } from './place.ts';
import { cannotRead, nested, tooLargeArchive, tooManyArchives, tooManyNotebooks } from './sentences.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

/** A submission with its answers found. */
export interface Submission extends Pick<GradedSubmission, 'id' | 'entry' | 'student' | 'remarks'> {
  readonly answers: Chosen['answers'];
}

/** The course that a class answers. */
export interface Course {
  readonly opened: readonly Exercise[];
  readonly exercises: readonly Asked[];
  /** Folders of the exercises for practice: who hands in everything hands in those too, and nobody is asked for them. */
  readonly practice: readonly string[];
  /** Names at the root of the course, `exercises` apart: who hands in a clone hands them in too. */
  readonly furniture: ReadonlySet<string>;
}

/** Reads one submission. Whatever it is made of, there is one, with what was odd about it. */
export async function readSubmissionEntry(entry: Entry, course: Course): Promise<Submission> {
  const { exercises, practice, furniture } = course;
  const placing = new Placing(exercises, practice);
  const reading = new Reading(course, (path) => notebook.test(path) || placing.place(path) !== undefined);
  for (const part of entry.parts) await reading.part(part);
  const isFurniture = besideExercises(reading.files, furniture);
  const { answers, remarks } = choose(reading, exercises, placing, isFurniture);
  const { id, student } = entry;
  return { id, entry: entry.entry, student, answers, remarks: [...reading.remarks, ...remarks] };
}

/** The files of a submission, those of archives within it included. */
class Reading {
  readonly files: Found[] = [];
  readonly notebooks: NotebookRead[] = [];
  readonly remarks: Remark[] = [];
  private archives = 0;

  constructor(
    private readonly course: Course,
    private readonly wanted: (path: string) => boolean,
  ) {}

  async part({ file, name, kind }: Part): Promise<void> {
    const most = limits.archive;
    if (kind === 'folder') {
      const bytesOf = (path: string) => readRegular(join(file, path), { inside: file, most });
      return this.add(readFolder(file), '', 0, bytesOf);
    }
    const inside = dirname(file);
    const bytesOf = () => readRegular(file, { inside, most });
    if (archive.test(name)) return this.open('', name, 0, bytesOf);
    const files = [{ path: name, read: () => readText(file, name, { inside }) }];
    return this.add({ files, remarks: [] }, '', 0, bytesOf);
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
      else if (notebook.test(path)) this.notebook(path, () => bytesOf(found.path));
      else this.files.push({ path, read: () => found.read() });
    }
  }

  private notebook(path: string, read: () => Buffer | undefined): void {
    const refuse = (message: Remark['message']) => this.remarks.push({ path, message });
    if (this.notebooks.length >= limits.notebooks) return void refuse(tooManyNotebooks(limits.notebooks));
    const bytes = bytesFrom(read);
    if ('problem' in bytes) return void refuse(bytes.problem);
    const found = readNotebookFile(decode(bytes.bytes, path), this.course.opened);
    this.notebooks.push(found);
    this.remarks.push(...found.remarks);
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
