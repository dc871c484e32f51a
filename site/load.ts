import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExercise } from '../graders/cli/exercises.ts';
import { listFolders } from '../graders/cli/folders.ts';
import { type Exercise, type Source, sayFinding } from '../graders/index.ts';
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
  /** Why exercises were left out: their files cannot be read. */
  readonly problems: readonly string[];
}

/**
 * Reads the course from the repository.
 * @param root absolute path of the repository
 */
export function loadCourse(root: string): Course {
  const opened = listFolders(root).map((folder) => openExercise(root, folder));
  return {
    lessons: opened.flatMap(({ exercise }) => (exercise ? loadLesson(root, exercise) : [])),
    problems: opened.flatMap(({ folder, problems }) =>
      problems.map((problem) => `exercises/${folder.name}/${problem.at.path}: ${sayFinding(problem, 'es')}`),
    ),
    findings: [...catalogue.values()].map((entry) => ({ ...entry, text: readIfThere(join(root, entry.doc)) })),
  };
}

function loadLesson(root: string, exercise: Exercise): Lesson {
  const base = join(root, 'exercises', exercise.folder);
  const solution = join(root, 'solutions', exercise.folder);
  const reference = exercise.spec.answers.map(({ file }) => ({ path: file, text: readIfThere(join(solution, file)) }));
  return {
    exercise,
    statement: readIfThere(join(base, 'enunciado.md')),
    explanation: readIfThere(join(solution, 'explicacion.md')),
    reference: reference.filter(({ text }) => text !== ''),
    aids: readdirSync(base)
      .filter((file) => file.endsWith('.types.ts'))
      .map((path) => ({ path, text: readIfThere(join(base, path)) })),
  };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
