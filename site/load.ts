import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Exercise, ExerciseSpec, Source } from '../graders/index.ts';
import { catalogue, type Entry } from '../graders/render/catalogue.ts';

/** An exercise with its prose. */
export interface Lesson {
  readonly exercise: Exercise;
  readonly statement: string;
  /** Shown after passing; empty while nobody has written it. */
  readonly explanation: string;
  readonly reference: readonly Source[];
  /** Files beside the answer that help to write it and are not graded: the types of `respuesta.ts`. */
  readonly aids: readonly Source[];
}

/** A kind of finding with the text of its page. */
export interface FindingPage extends Entry {
  readonly text: string;
}

/** Everything the site is made of. */
export interface Course {
  readonly lessons: readonly Lesson[];
  readonly findings: readonly FindingPage[];
}

/**
 * Reads the course from the repository.
 * @param root absolute path of the repository
 * @throws when an `exercise.yaml` cannot be read: the author gate says why, in more words
 */
export function loadCourse(root: string): Course {
  const folders = existsSync(join(root, 'exercises')) ? readdirSync(join(root, 'exercises')) : [];
  return {
    lessons: folders
      .filter((folder) => existsSync(join(root, 'exercises', folder, 'exercise.yaml')))
      .map((folder) => loadLesson(root, folder))
      .sort((a, b) => a.exercise.spec.number - b.exercise.spec.number),
    findings: [...catalogue.values()].map((entry) => ({ ...entry, text: readIfThere(join(root, entry.doc)) })),
  };
}

function loadLesson(root: string, folder: string): Lesson {
  const base = join(root, 'exercises', folder);
  const solution = join(root, 'solutions', folder);
  const spec = parse(readFileSync(join(base, 'exercise.yaml'), 'utf8')) as ExerciseSpec;
  const answersIn = (directory: string): Source[] =>
    spec.answers.map(({ file }) => ({ path: file, text: readIfThere(join(directory, file)) }));
  return {
    exercise: { spec, folder, starter: answersIn(join(base, 'starter')), given: loadGiven(base) },
    statement: readIfThere(join(base, 'enunciado.md')),
    explanation: readIfThere(join(solution, 'explicacion.md')),
    reference: answersIn(solution).filter(({ text }) => text !== ''),
    aids: readdirSync(base)
      .filter((file) => file.endsWith('.types.ts'))
      .map((path) => ({ path, text: readFileSync(join(base, path), 'utf8') })),
  };
}

/** The files of `given/`, with paths relative to the exercise folder. */
function loadGiven(base: string): Source[] {
  if (!existsSync(join(base, 'given'))) return [];
  return readdirSync(join(base, 'given'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file.slice(base.length + 1).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
