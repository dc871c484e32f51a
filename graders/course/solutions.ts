import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseSpec } from '../checks/kinds.ts';
import { lazy } from '../core/lazy.ts';
import type { Source } from '../core/source.ts';
import type { Exercise } from '../exercise.ts';
import type { YamlFile } from '../parse/yaml/yaml.ts';
import { entriesOf, readIfThere, readSources } from './entries.ts';
import { earlierStarters } from './exercises.ts';
import { parseSpec } from './spec-file.ts';
import { withProse } from './variants/prose.ts';
import { type EditedVariants, type Expected, editedVariants, type Group, groups } from './variants/read.ts';

/** An exercise as its author left it: what the grader needs, and what only the gates look at. */
export interface AuthoredExercise extends Exercise {
  /** `exercises/13-despliegue-canario`, from the root of the repository. */
  readonly path: string;
  /** `solutions/13-despliegue-canario`. */
  readonly solution: string;
  readonly specFile: YamlFile;
  /** What its `variantes.yaml` says, read when it is first asked for. */
  readonly edited: () => EditedVariants;
}

/** One answer of `solutions/`: the reference, or a variant that must or must not pass. */
export interface Variant {
  /** `accepted/lista`; empty for the reference. */
  readonly name: string;
  readonly answers: readonly Source[];
  /** Of one that stands in `variantes.yaml`: where, and what it must get; others say that in comments of their own. */
  readonly edited?: { readonly path: string; readonly line: number; readonly expected: readonly Expected[] };
}

/**
 * Reads one exercise.
 * @returns undefined when `exercise.yaml` has no readable spec; `readSpec` says why
 */
export function readExercise(root: string, folder: string): AuthoredExercise | undefined {
  const path = `exercises/${folder}`;
  const specFile = readSpec(root, folder);
  const spec = specFile.documents[0]?.value as ExerciseSpec | undefined;
  if (!Array.isArray(spec?.answers) || !Array.isArray(spec.checks)) return undefined;
  const starter = spec.answers.map(({ file }) => source(root, `${path}/starter/${file}`));
  const given = existsSync(join(root, path, 'given')) ? readSources(join(root, path, 'given'), join(root, path)) : [];
  const earlier = earlierStarters(root, spec);
  const solution = `solutions/${folder}`;
  const read = { spec, folder, path, solution, specFile, starter, given, ...(earlier && { earlier }) };
  return { ...read, edited: lazy(() => readEdited(root, read)) };
}

export function readSpec(root: string, folder: string): YamlFile {
  return parseSpec(source(root, `exercises/${folder}/exercise.yaml`));
}

/** A file of the repository; one that does not exist is empty, and the gate names it elsewhere. */
export function source(root: string, path: string): Source {
  return { path, text: readIfThere(join(root, path)) };
}

export function readReference(root: string, { solution, spec }: Pick<AuthoredExercise, 'solution' | 'spec'>): Variant {
  return { name: '', answers: spec.answers.map(({ file }) => source(root, `${solution}/${file}`)) };
}

/**
 * The variants of a group, in the order of their names: folders, and edits of the reference in `variantes.yaml`. A folder holds
 * the answer files it changes; the others are those of the reference, and so are the sections of prose that a variant about
 * something else leaves out.
 */
export function readVariants(root: string, exercise: AuthoredExercise, group: Group): readonly Variant[] {
  const { variants } = exercise.edited();
  const edited = variants.filter((one) => one.group === group).map((one) => fromEdits(root, exercise, one));
  const folders = foldersOf(root, exercise, group).map((name) => fromFolder(root, exercise, `${group}/${name}`));
  return [...folders, ...edited].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is wrong with the `variantes.yaml` of an exercise: a variant that has a problem is not among those that are read. */
export function variantProblems({ edited }: AuthoredExercise): EditedVariants['problems'] {
  return edited().problems;
}

function readEdited(root: string, exercise: Omit<AuthoredExercise, 'edited'>): EditedVariants {
  const { solution, spec } = exercise;
  const folders = groups.flatMap((group) => foldersOf(root, exercise, group).map((name) => `${group}/${name}`));
  return editedVariants(source(root, variantsFile(exercise)), {
    answers: spec.answers,
    reference: readReference(root, exercise).answers,
    solution,
    folders: new Set(folders),
  });
}

const variantsFile = ({ solution }: Pick<AuthoredExercise, 'solution'>): string => `${solution}/variantes.yaml`;

const foldersOf = (root: string, { solution }: Pick<AuthoredExercise, 'solution'>, group: Group): readonly string[] =>
  entriesOf(join(root, solution, group));

function fromEdits(root: string, exercise: AuthoredExercise, edited: EditedVariants['variants'][number]): Variant {
  const { group, name, line, changed, expected } = edited;
  return {
    name: `${group}/${name}`,
    answers: readReference(root, exercise).answers.map(
      (model, index) => changed.find(({ path }) => path.endsWith(`/${exercise.spec.answers[index]?.file}`)) ?? model,
    ),
    edited: { path: variantsFile(exercise), line, expected },
  };
}

function fromFolder(root: string, exercise: AuthoredExercise, name: string): Variant {
  const reference = readReference(root, exercise).answers;
  return {
    name,
    answers: exercise.spec.answers.map(({ file, format }, index) => {
      const path = `${exercise.solution}/${name}/${file}`;
      const model = reference[index] ?? source(root, path);
      if (!existsSync(join(root, path))) return model;
      const variant = source(root, path);
      return format === 'literal' ? withProse(exercise.spec, variant, model) : variant;
    }),
  };
}
