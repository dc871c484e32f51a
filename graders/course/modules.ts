import type { ExerciseSpec } from '../checks/kinds.ts';
import { counts } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { parseYaml, type YamlFile } from '../parse/yaml/yaml.ts';
import { readIfThere } from './entries.ts';
import { courseFile } from './paths.ts';

/** A part of the course: the lessons that prepare for it and its exercises, in order. */
export interface Module {
  readonly title: Text;
  readonly about?: Text;
  /** Ids of lessons. */
  readonly lessons: readonly string[];
  /** Ids of exercises. */
  readonly exercises: readonly string[];
}

/** What `exercises/course.yaml` says of a course; a course may do without it. */
export interface CourseSpec {
  readonly modules: readonly Module[];
  /** How many answers the author gate asks of each exercise; what it says itself when omitted. */
  readonly answers: { readonly accepted?: number; readonly rejected?: number };
}

export function readCourseFile(root: string): YamlFile {
  return parseYaml({ path: 'exercises/course.yaml', text: readIfThere(courseFile(root)) });
}

/** Reads what a course says of itself. What cannot be read is left out: the author gate tells it. */
export function readCourse(root: string): CourseSpec {
  const { modules, answers } = tableOf(readCourseFile(root).documents[0]?.value);
  const { accepted, rejected } = tableOf(answers);
  return {
    modules: (Array.isArray(modules) ? modules : []).flatMap((one): readonly Module[] => moduleIn(tableOf(one))),
    answers: {
      ...(typeof accepted === 'number' && { accepted }),
      ...(typeof rejected === 'number' && { rejected }),
    },
  };
}

export const modulesOf = (root: string): readonly Module[] => readCourse(root).modules;

/** The part that an exercise belongs to, by its id. */
export const moduleOf = (modules: readonly Module[], id: string): Module | undefined =>
  modules.find(({ exercises }) => exercises.includes(id));

/**
 * The parts with the number that each goes by. One that holds nothing but practice has none.
 * @param exercises those of the course
 */
export function numbered<M extends Pick<Module, 'exercises'>>(
  modules: readonly M[],
  exercises: readonly Pick<ExerciseSpec, 'id' | 'practice'>[],
): readonly { readonly module: M; readonly number: number | undefined }[] {
  const practice = new Set(exercises.filter((spec) => !counts(spec)).map(({ id }) => id));
  let last = 0;
  return modules.map((module) => {
    const isAside = module.exercises.length > 0 && module.exercises.every((id) => practice.has(id));
    return { module, number: isAside ? undefined : ++last };
  });
}

function moduleIn({ title, about, lessons, exercises }: Table): readonly Module[] {
  if (!isText(title)) return [];
  return [{ title, ...(isText(about) && { about }), lessons: wordsIn(lessons), exercises: wordsIn(exercises) }];
}

interface Table {
  readonly modules?: unknown;
  readonly answers?: unknown;
  readonly accepted?: unknown;
  readonly rejected?: unknown;
  readonly title?: unknown;
  readonly about?: unknown;
  readonly lessons?: unknown;
  readonly exercises?: unknown;
}

const tableOf = (value: unknown): Table => (typeof value === 'object' && value !== null ? value : {});

function isText(value: unknown): value is Text {
  const { es, en } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Text>;
  return typeof es === 'string' && typeof en === 'string';
}

const wordsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
