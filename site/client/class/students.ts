import { whoIs } from '../../../graders/classroom/intake/student.ts';
import { own } from '../../../graders/core/own.ts';
import type { Source } from '../../../graders/index.ts';
import type { UnreadWhy } from '../../shared/class-data.ts';
import type { Texts } from '../store.ts';
import { type Kept, type Pack, unpack } from '../transfer/pack.ts';

/** Bounds of a class that a page takes in. */
export const mostStudents = 300;
const mostBytes = 8_000_000;
/** Characters of one answer: the graders read no longer file, and nobody keeps one in memory for nothing. */
const longestAnswer = 400_000;

/** A file of somebody's progress. */
export interface Student {
  /** Of the name of the file; unique. */
  readonly id: string;
  readonly entry: string;
  readonly student: ReturnType<typeof whoIs>['student'];
  readonly pack: Pack;
}

/** A file that is nobody's progress, and why. */
export interface Unread {
  readonly entry: string;
  readonly why: UnreadWhy;
}

/** What a file needs to be read: a `File` of the browser has it. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** Reads the copies of a class one after the other. Whatever is wrong with one stays with it. */
export async function readStudents(
  files: readonly ReadableFile[],
  before: readonly Student[] = [],
): Promise<{ readonly students: readonly Student[]; readonly unread: readonly Unread[] }> {
  const students = [...before];
  const unread: Unread[] = [];
  const names = new Set(before.map(({ id }) => id.toLowerCase()));
  for (const file of files) {
    const entry = file.name.slice(0, 200);
    const read = students.length >= mostStudents ? 'many' : await packOf(file);
    if (typeof read === 'string') {
      unread.push({ entry, why: read });
      continue;
    }
    const { id, student } = whoIs(entry.replace(/\.json$/i, ''), 'file');
    students.push({ id: unique(id, names), entry, student, pack: read });
  }
  return { students, unread };
}

async function packOf(file: ReadableFile): Promise<Pack | UnreadWhy> {
  if (file.size > mostBytes) return 'large';
  try {
    const read = unpack(await file.text());
    return 'refusal' in read ? read.refusal : read;
  } catch {
    return 'unreadable';
  }
}

function unique(id: string, names: Set<string>): string {
  let name = id;
  for (let count = 2; names.has(name.toLowerCase()); count++) name = `${id} (${count})`;
  names.add(name.toLowerCase());
  return name;
}

/**
 * The answers of an exercise that somebody handed in, each worth grading: what they have now, and what they had when their file
 * says that they passed, which nobody believes before it is graded again.
 * @param files the answer files of the exercise, as it begins
 */
export function attemptsOf(
  { pack: { exercises } }: Pick<Student, 'pack'>,
  id: string,
  files: readonly Source[],
): readonly (readonly Source[])[] {
  const kept = own(exercises, id);
  if (!kept) return [];
  const attempts = textsOf(kept).map((texts) =>
    files.map(({ path, text }) => ({ path, text: (own(texts, path) ?? text).slice(0, longestAnswer) })),
  );
  return [...new Map(attempts.map((attempt) => [JSON.stringify(attempt), attempt])).values()];
}

function textsOf({ texts, history }: Kept): readonly Texts[] {
  const passed = history.find(({ status }) => status === 'pass');
  return [
    ...(texts ? [texts] : history.slice(0, 1).map((version) => version.texts)),
    ...(passed ? [passed.texts] : []),
  ];
}

/** What somebody made in an exercise, for one that goes on from it. */
export function madeIn({ pack: { exercises } }: Pick<Student, 'pack'>, id: string, files: readonly string[]) {
  const texts = own(exercises, id)?.texts;
  if (!texts) return [];
  return files.flatMap((path) => {
    const text = own(texts, path);
    return text === undefined ? [] : [{ path, text: text.slice(0, longestAnswer) }];
  });
}
