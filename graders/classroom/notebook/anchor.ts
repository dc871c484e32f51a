import { textAt } from '../../core/fields.ts';
import type { Exercise } from '../../exercise.ts';
import type { Cell } from './cells.ts';

/** What Timonel wrote into a cell. */
export type Part = 'intro' | 'statement' | 'aid' | 'given' | 'answer' | 'feedback';

/** Which part of which exercise a cell is. */
export interface Anchor {
  readonly part: Part;
  /** Id of the exercise. */
  readonly exercise: string;
  readonly file: string;
}

const parts: readonly string[] = ['intro', 'statement', 'aid', 'given', 'answer', 'feedback'] satisfies readonly Part[];

/** Characters that a sign takes at most. */
const mostSign = 300;

/** What nbformat 4.5 lets the id of a cell be. */
const longest = 64;

/**
 * The id of a cell, from the id of its exercise, which never changes, and the name of the file: `pod-nginx-respuesta-yaml`.
 * @see https://github.com/jupyter/enhancement-proposals/blob/master/62-cell-id/cell-id.md
 */
export function cellId(...words: readonly string[]): string {
  const plain = words
    .join('-')
    .replace(/[^a-zA-Z0-9-_]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 9)}-${checksum(plain)}`;
}

/** Eight digits that tell two texts apart (FNV-1a); nobody's safety rests on it. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The words in a cell's metadata under `timonel`, as `notebook export` leaves them. */
export function metadataOf({ part, exercise, file }: Anchor): Readonly<Record<string, string>> {
  return { exercise, ...(file !== '' && { file }), part };
}

/** What follows the language of a fence: which file of which exercise is in it. Survives programs that drop ids and metadata. */
export const fenceName = (folder: string, file: string): string => `${folder}/${file}`;

/**
 * At the end of a cell that is not for answers, where it is not shown: what it is and the sum of what it shows, when a program has
 * dropped its metadata.
 */
export const sign = ({ part, exercise, file }: Anchor, shown: string): string =>
  `<!-- timonel ${[part, exercise, file, `=${checksum(shown.trim())}`].filter((word) => word !== '').join(' ')} -->`;

const signed = /^<!-- timonel (\w+)(?: (?!=)([\w-]+))?(?: (?!=)(\S+))?(?: =(\w+))? -->/;

interface Signed {
  readonly words: readonly (string | undefined)[];
  readonly above: string;
  readonly below: string;
}

/** The last sign in a cell, and what stands above and below it. */
function signIn({ text }: Cell): Signed | undefined {
  const at = text.lastIndexOf('<!-- timonel ');
  const words = at === -1 ? null : signed.exec(text.slice(at, at + mostSign));
  if (!words) return undefined;
  return { words, above: text.slice(0, at).trim(), below: text.slice(at + words[0].length).trim() };
}

/** What somebody wrote below all that Timonel wrote into a cell that is not for answers. */
export const belowSign = (cell: Cell): string => signIn(cell)?.below ?? '';

/** Whether somebody wrote into a cell that Timonel left with its sum, in its metadata or in its sign. */
export function wasChanged(cell: Cell): boolean {
  const sum = textAt(cell.metadata, 'timonel', 'sum');
  if (sum !== undefined) return sum !== checksum(cell.text.trim());
  const sign = signIn(cell);
  const shown = sign?.words[4];
  return sign !== undefined && (sign.below !== '' || (shown !== undefined && shown !== checksum(sign.above)));
}

/**
 * What a cell is, by its metadata, by its id where a program left that alone, or by what its fence says.
 * @param first the info string of its first fence
 */
export function anchorOf(cell: Cell, first: string | undefined, course: readonly Exercise[]): Anchor | undefined {
  return byMetadata(cell) ?? byId(cell, course) ?? bySign(cell) ?? byFence(first, course);
}

/** The exercise that a fence names, whatever it says of the file. */
export function exerciseOfFence(info: string | undefined, course: readonly Exercise[]): Exercise | undefined {
  const [named] = (nameIn(info) ?? '').split('/');
  return course.find(({ folder }) => folder === named);
}

function bySign(cell: Cell): Anchor | undefined {
  const [, part = '', exercise = '', file = ''] = signIn(cell)?.words ?? [];
  return parts.includes(part) && part !== 'answer' ? { part: part as Part, exercise, file } : undefined;
}

function byMetadata({ metadata }: Cell): Anchor | undefined {
  const exercise = textAt(metadata, 'timonel', 'exercise') ?? '';
  const part = textAt(metadata, 'timonel', 'part');
  if (part === undefined || !parts.includes(part)) return undefined;
  return { part: part as Part, exercise, file: textAt(metadata, 'timonel', 'file') ?? '' };
}

function byId({ id }: Cell, course: readonly Exercise[]): Anchor | undefined {
  if (id === undefined) return undefined;
  for (const { spec } of course) {
    const answer = spec.answers.find(({ file }) => cellId(spec.id, file) === id);
    if (answer) return { part: 'answer', exercise: spec.id, file: answer.file };
  }
  return undefined;
}

/** What follows the language of a fence. */
const nameIn = (info: string | undefined): string | undefined => info?.trim().split(/\s+/)[1];

function byFence(info: string | undefined, course: readonly Exercise[]): Anchor | undefined {
  const name = nameIn(info);
  if (name === undefined) return undefined;
  for (const { spec, folder } of course) {
    const answer = spec.answers.find(({ file }) => fenceName(folder, file) === name);
    if (answer) return { part: 'answer', exercise: spec.id, file: answer.file };
  }
  return undefined;
}
