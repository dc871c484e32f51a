import { join } from 'node:path';
import { largest, readText } from '../../course/files.ts';
import { inExercise } from '../../course/paths.ts';
import type { Exercise } from '../../exercise.ts';
import { freshStamp, putKeeping } from '../backup.ts';

/** An answer that a page asks to be written over the files, as `/guardar` gets it. */
export interface PageAnswer {
  /** Id of the exercise. */
  readonly id: string;
  /** The text of each answer file. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files as the page last saw them. */
  readonly known: ReadonlyMap<string, string>;
}

/** `changed`: the files are not what the page last saw, and were left alone. `unknown`: it is no answer of the exercise. */
export type Written = 'saved' | 'changed' | 'unknown';

/** Reads what a page sent. @returns undefined for anything else */
export function readPageAnswer(body: string): PageAnswer | undefined {
  try {
    const { id, texts, known } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const [written, seen] = [textsIn(texts), textsIn(known)];
    return typeof id === 'string' && written && seen ? { id, texts: written, known: seen } : undefined;
  } catch {
    return undefined;
  }
}

function textsIn(value: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string') ? new Map(entries) : undefined;
}

/**
 * Writes the answer of a page over the files, with a copy of each that changes, and only where they are still what the page
 * saw. Line endings of a file stay as they are.
 * @param root absolute path of the course
 * @throws what the operating system says, at the first file that cannot be written
 */
export function keepPageAnswer(
  root: string,
  { spec, folder }: Exercise,
  { texts, known }: PageAnswer,
  now = new Date(),
): Written {
  const names = spec.answers.map(({ file }) => file);
  const isWhole = texts.size === names.length && names.every((name) => texts.has(name));
  if (!isWhole || [...texts.values()].some((text) => Buffer.byteLength(text) > largest)) return 'unknown';
  const base = inExercise(root, folder);
  const files = names.map((name) => {
    const read = readText(join(base, name), name, { inside: base });
    return { name, text: texts.get(name) ?? '', now: read.text, isReadable: read.problem === undefined };
  });
  const isAsSeen = files.every((file) => file.isReadable && plain(file.now ?? '') === known.get(file.name));
  if (!isAsSeen) return 'changed';
  const copies = freshStamp(join(root, '.timonel', 'backups', folder), now);
  for (const file of files) {
    if (plain(file.now ?? '') === plain(file.text)) continue;
    const text = file.now?.includes('\r\n') ? plain(file.text).replaceAll('\n', '\r\n') : file.text;
    putKeeping(join(base, file.name), text, copies);
  }
  return 'saved';
}

/** An editor in a page keeps lines, not their endings. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
