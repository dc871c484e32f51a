import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import exerciseSchema from '../../schemas/exercise.schema.json' with { type: 'json' };
import type { ExerciseSpec } from '../checks/kinds.ts';
import { faultOf } from '../core/fault/fault.ts';
import type { Finding } from '../core/finding.ts';
import { finding } from '../core/finding.ts';
import { remembered } from '../core/memo.ts';
import type { Source } from '../core/source.ts';
import type { Exercise } from '../exercise.ts';
import { missing } from '../parse/file/findings.ts';
import { relationFindings } from '../parse/spec/relations.ts';
import type { JsonSchema } from '../parse/spec/schema.ts';
import { specFindings } from '../parse/spec/spec.ts';
import { type FileRead, readText, sourceOf } from './files.ts';
import { type Folder, listFolders } from './folders.ts';
import { inExercise } from './paths.ts';
import { keepSpec, keptSpec } from './spec-cache.ts';
import { parseSpec } from './spec-file.ts';

/** An exercise as it stands on the disk: ready to grade, or with the reason why it is not. */
export interface OpenedExercise {
  /** The course it is in. */
  readonly root: string;
  readonly folder: Folder;
  /** Every file that was read, with paths relative to the exercise folder. */
  readonly sources: readonly Source[];
  readonly exercise?: Exercise;
  /** Why there is no exercise: the first problem of `exercise.yaml`, `starter/` or `given/`. */
  readonly problems: readonly Finding[];
}

/**
 * Reads the exercise of a folder, without its answers.
 * @param root absolute path of the course: the folder that holds `exercises/`
 * @param build folder of the running bundle, where definitions that were read are kept
 */
export function openExercise(root: string, folder: Folder, build?: string): OpenedExercise {
  try {
    return opened(root, folder, build);
  } catch (problem) {
    const at = { path: 'exercise.yaml', from: 0, to: 0 };
    return { root, folder, sources: [], problems: [faultOf(problem, 'exercise', at)] };
  }
}

function opened(root: string, folder: Folder, build: string | undefined): OpenedExercise {
  const base = inExercise(root, folder.name);
  const read = (path: string): FileRead => readText(join(base, path), path, { inside: base });
  const file = read('exercise.yaml');
  const paths = filesIn(base, 'given');
  const { spec, problems } = readSpec(file, folder, paths, build);
  if (!spec) return { root, folder, sources: textOnly([file]), problems };
  const starter = spec.answers.map((answer) => read(`starter/${answer.file}`));
  const given = paths.map(read);
  const earlier = earlierStarters(root, spec);
  const all = [file, ...starter, ...given];
  const broken = all.flatMap(({ problem }) => problem ?? []);
  const exercise: Exercise = {
    spec,
    folder: folder.name,
    starter: starter.map((source, index) => ({ ...sourceOf(source), path: spec.answers[index]?.file ?? source.path })),
    given: given.map(sourceOf),
    ...(earlier && { earlier }),
  };
  const result = { root, folder, sources: textOnly(all), problems: broken.slice(0, 1) };
  return broken.length > 0 ? result : { ...result, exercise };
}

/** The answers of an exercise, read from its own folder or from another one that holds files of the same names. */
export function readAnswers(opened: OpenedExercise, directory: string): readonly FileRead[] {
  return (opened.exercise?.spec.answers ?? []).map(({ file }) => {
    const at = { path: file, from: 0, to: 0 };
    const absent = finding(missing, 'answer', at, { file, number: opened.folder.number });
    return readText(join(directory, file), file, { inside: directory, whenMissing: absent });
  });
}

/** How the answers that an exercise goes on with were at the start. A file that is not there was empty. */
export function earlierStarters(root: string, { continues }: ExerciseSpec): readonly Source[] | undefined {
  const folder = continues && listFolders(root).find(({ slug }) => slug === continues.exercise);
  if (!folder) return undefined;
  const base = inExercise(root, folder.name);
  return continues.files.map((file) => {
    const read = readText(join(base, 'starter', file), file, { inside: base });
    return { path: file, text: read.text ?? '' };
  });
}

/**
 * What a learner answered in the exercise that another one continues.
 * @param directory folder with the answers of the later exercise; those of the earlier one are beside it
 * @returns nothing where there is none, or where the first file cannot be read
 */
export function readEarlier({ exercise, root }: OpenedExercise, directory: string): readonly Source[] {
  const continues = exercise?.spec.continues;
  const folder = continues && listFolders(root).find(({ slug }) => slug === continues.exercise);
  if (!folder) return [];
  const base = join(dirname(directory), folder.name);
  const read = continues.files.map((file) => readText(join(base, file), file, { inside: base }));
  return read[0]?.text === undefined ? [] : textOnly(read);
}

interface SpecRead {
  readonly spec?: ExerciseSpec;
  readonly problems: readonly Finding[];
}

/** @param given paths of what is under `given/` */
function readSpec(file: FileRead, { name }: Folder, given: readonly string[], build: string | undefined): SpecRead {
  if (file.problem) return { problems: [file.problem] };
  const source = sourceOf(file);
  const kept = keptSpec(build, name, source.text);
  if (kept && (kept.world ?? []).every((path) => given.includes(path))) return { spec: kept, problems: [] };
  const read = judged(JSON.stringify([source, given]));
  if (read.spec) keepSpec(build, name, source.text, read.spec);
  return read;
}

/**
 * A definition is read once for each content: in a session, and where a class is graded, the same ones are opened again and again.
 * It takes the file and the paths under `given/` as one text.
 */
const judged = remembered(
  64,
  (asked): SpecRead => {
    const [source, given] = JSON.parse(asked) as [Source, readonly string[]];
    const yaml = parseSpec(source);
    const wrong = specFindings(yaml, exerciseSchema as unknown as JsonSchema);
    const problems = wrong.length > 0 ? wrong : relationFindings(yaml, given).slice(0, 1);
    return problems.length > 0 ? { problems } : { spec: yaml.documents[0]?.value as ExerciseSpec, problems };
  },
  256 * 1024,
);

/** Files of a folder of the exercise, hidden ones left out, as sorted paths relative to the exercise. */
function filesIn(base: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (!entry.name.startsWith('.') || entry.name === '.dockerignore'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(base.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } catch {
    return [];
  }
}

function textOnly(files: readonly FileRead[]): readonly Source[] {
  return files.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}
