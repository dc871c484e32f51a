import type { BrowserContextOptions, Page } from 'playwright-core';
import type { WrittenExercise } from '../../graders/course/written.ts';
import { loadCourse } from '../load.ts';
import { exerciseHref, lessonHref } from '../shared/href.ts';
import type { ServedSite } from './serve.ts';

/** What the suites share: one browser, one built site and one server, started once. */
export interface Setting {
  /** Address of the site as a folder on the disk. */
  fromFile(): string;
  /** A server that only hands out files. */
  server(): ServedSite;
  /** The server of a study session. */
  session(): ServedSite;
  /** Opens a page under watch; its problems fail the test that opened it. */
  open(path: string, from?: string, options?: BrowserContextOptions): Promise<Page>;
}

export const root = process.cwd();
export const { exercises, lessons } = loadCourse(root);

export const pageOf = ({ exercise }: WrittenExercise): string => exerciseHref(exercise.folder);
export const isExercise = (path: string): boolean => path.startsWith('ejercicios/');

/** One page of each layout. */
export const everyPage: readonly string[] = [
  ...[
    'index.html',
    'reglas/index.html',
    'lecciones/index.html',
    'glosario.html',
    'buscar.html',
    'progreso.html',
    'clase.html',
  ],
  'terminal.html',
  ...['404.html', 'reglas/istio-empty-subset.html'],
  ...lessons.map(({ front }) => lessonHref(front.id)),
  ...exercises.map(pageOf),
];
