import type { FileRead } from '../../course/files.ts';
import type { Remark } from '../results.ts';
import type { Found } from './found.ts';
import type { NotebookRead } from './notebook.ts';
import { byName } from './order.ts';
import type { Asked, Place, Placing } from './place.ts';
import { absent, ambiguous, cellUnused, guessed, nothingFound, ofWhich, unplaced, unused } from './sentences.ts';

/** The answers of one exercise that were handed in, in the order of the exercise; what is missing is undefined. */
export type HandedIn = readonly (FileRead | undefined)[];

export interface Chosen {
  /** By folder of the exercise; one that nobody answered is not in it. */
  readonly answers: ReadonlyMap<string, HandedIn>;
  readonly remarks: readonly Remark[];
}

interface Candidate extends Place {
  readonly found: Found;
}

const mostNamed = 8;

/**
 * Takes the answers out of the files and notebooks of a submission: a file counts before a cell. What is guessed, left or
 * missing is told.
 * @param isFurniture files that belong to the course and not to an answer
 */
export function choose(
  { files, notebooks }: { readonly files: readonly Found[]; readonly notebooks: readonly NotebookRead[] },
  exercises: readonly Asked[],
  placing: Placing,
  isFurniture: (path: string) => boolean,
): Chosen {
  const remarks: Remark[] = [];
  const candidates = new Map<string, Candidate[]>();
  const others: string[] = [];
  for (const found of files) {
    const place = placing.place(found.path);
    if (place) {
      const key = `${place.exercise.folder}/${place.answer}`;
      candidates.set(key, [...(candidates.get(key) ?? []), { ...place, found }]);
    } else if (!placing.isGiven(found.path) && !isFurniture(found.path)) others.push(found.path);
  }
  const answers = new Map<string, HandedIn>();
  for (const exercise of exercises) {
    const chosen = exercise.answers.map((_, index) =>
      best(candidates.get(`${exercise.folder}/${index}`) ?? [], remarks),
    );
    const all = exercise.answers.map(({ file }, index) =>
      withNotebooks(chosen[index], file, exercise, notebooks, remarks),
    );
    if (all.every((one) => one === undefined)) continue;
    answers.set(exercise.folder, all);
    // A notebook has what its author answered; who hands in files hands in all of them.
    if (chosen.every((one) => one === undefined)) continue;
    for (const [index, { file }] of exercise.answers.entries()) {
      if (!all[index]) remarks.push({ path: exercise.folder, message: absent(file, exercise.number) });
    }
  }
  const ofAny = others.filter((path) => placing.isOfAny(path));
  for (const path of ofAny.slice(0, mostNamed)) remarks.push({ path, message: ofWhich(exercises[0]?.folder ?? '') });
  const strange = others.filter((path) => !ofAny.slice(0, mostNamed).includes(path));
  if (strange.length > 0) {
    const [first = '.'] = strange;
    const path = strange.length === 1 ? first : '.';
    remarks.push({ path, message: unplaced(strange.length, strange.slice(0, mostNamed)) });
  }
  if (answers.size === 0) remarks.push({ path: '.', message: nothingFound });
  return { answers, remarks };
}

/** An answer, or the one of the first notebook that has it. */
function withNotebooks(
  chosen: FileRead | undefined,
  file: string,
  { folder, number }: Asked,
  notebooks: readonly NotebookRead[],
  remarks: Remark[],
): FileRead | undefined {
  let answer = chosen;
  for (const { path, answers } of notebooks) {
    const own = answers.get(folder)?.find((one) => one.path === file);
    answer ??= own;
    if (own && answer && own.text !== answer.text) remarks.push({ path, message: cellUnused(file, number) });
  }
  return answer;
}

/** The surest of the files that may be an answer; among equally sure ones the least nested, then the first by name. */
function best(candidates: readonly Candidate[], remarks: Remark[]): FileRead | undefined {
  const depth = ({ found }: Candidate): number => found.path.split('/').length;
  const [first, ...others] = [...candidates].sort(
    (a, b) => a.rank - b.rank || depth(a) - depth(b) || byName(a.found.path, b.found.path),
  );
  if (!first) return undefined;
  const { exercise, answer, found, isGuess } = first;
  const file = exercise.answers[answer]?.file ?? found.path;
  const read = renamed(found, file);
  if (isGuess) remarks.push({ path: found.path, message: guessed(file, exercise.number) });
  for (const other of others) {
    const text = other.found.read().text;
    if (text !== undefined && text === read.text) continue;
    const isAsGood = other.rank === first.rank && depth(other) === depth(first);
    remarks.push({ path: other.found.path, message: (isAsGood ? ambiguous : unused)(found.path) });
  }
  return read;
}

/** The file under the name that the exercise knows it by, in what is said of it too. */
function renamed(found: Found, path: string): FileRead {
  const { text, problem } = found.read();
  const moved = problem && {
    ...problem,
    at: { ...problem.at, path },
    data: 'file' in problem.data ? { ...problem.data, file: path } : problem.data,
  };
  return { path, text, ...(moved && { problem: moved }) };
}
