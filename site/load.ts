import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from '../graders/course/entries.ts';
import { earlierStarters, type OpenedExercise, openExercise } from '../graders/course/exercises.ts';
import { type Folder, listFolders } from '../graders/course/folders.ts';
import { readLessons } from '../graders/course/lessons/course.ts';
import type { Lesson } from '../graders/course/lessons/lesson.ts';
import { readLesson } from '../graders/course/lessons/read.ts';
import { type Module, modulesOf } from '../graders/course/modules.ts';
import { inExercise, materialOf } from '../graders/course/paths.ts';
import { readWritten, type WrittenExercise } from '../graders/course/written.ts';
import { rangeOf, sayFinding } from '../graders/index.ts';
import { catalogue, type Entry } from '../graders/render/catalogue.ts';
import { Memory } from './memory.ts';
import type { ProseFigures } from './prose-figures.ts';

/** A kind of finding with the text of its page. */
export interface FindingPage extends Entry {
  readonly text: string;
}

/** Everything the site is made of. */
export interface Course {
  readonly exercises: readonly WrittenExercise[];
  /** The parts of the course, in order. */
  readonly modules: readonly Module[];
  /** In their own order; those with problems are left out. */
  readonly lessons: readonly Lesson[];
  readonly findings: readonly FindingPage[];
  /** How well explanations are read, as `npm run prose` left it; absent where it never ran. */
  readonly prose: ProseFigures | undefined;
  /** Why exercises and lessons were left out: their files cannot be read. */
  readonly problems: readonly string[];
}

/**
 * Reads a course.
 * @param root absolute path of the course
 * @param home absolute path of Timonel, where the pages of findings are
 * @param memory what was read before and need not be understood again
 */
export function loadCourse(root: string, home: string = root, memory: Memory = new Memory()): Course {
  const material = materialOf(root, home);
  const lessons = readLessons(material, (source) => memory.ofText(source.path, source.text, () => readLesson(source)));
  const opened = listFolders(root).map((folder) => openRemembered(root, folder, memory));
  return {
    exercises: opened.flatMap(({ exercise }) => (exercise ? readWritten(root, exercise, material) : [])),
    lessons: lessons.flatMap(({ lesson, problems }) => (lesson && problems.length === 0 ? lesson : [])),
    modules: modulesOf(root),
    prose: proseOf(root),
    problems: [
      ...opened.flatMap(({ folder, problems }) =>
        problems.map((problem) => `exercises/${folder.name}/${problem.at.path}: ${sayFinding(problem, 'es')}`),
      ),
      ...lessons.flatMap(({ source, problems }) =>
        problems.map(({ at, words }) => `${source.path}:${rangeOf(source.text, at).start.line}: ${words}`),
      ),
    ],
    findings: [...catalogue.values()].map((entry) => ({ ...entry, text: readIfThere(join(home, entry.doc)) })),
  };
}

/** An exercise, read again where any file of its folder is another one, or of the one it goes on with. */
function openRemembered(root: string, folder: Folder, memory: Memory): OpenedExercise {
  const texts = textsUnder(inExercise(root, folder.name));
  if (texts === undefined) return openExercise(root, folder);
  const opened = memory.ofText(`exercises/${folder.name}`, texts, () => openExercise(root, folder));
  const { exercise } = opened;
  const earlier = exercise && earlierStarters(root, exercise.spec);
  return earlier ? { ...opened, exercise: { ...exercise, earlier } } : opened;
}

function textsUnder(folder: string): string | undefined {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => !entry.isDirectory(),
    );
    const files = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return JSON.stringify(files.map((file) => [file, readFileSync(file, 'latin1')]));
  } catch {
    return undefined;
  }
}

function proseOf(root: string): ProseFigures | undefined {
  const text = readIfThere(join(root, 'site/prosa.json'));
  return text === '' ? undefined : JSON.parse(text);
}
