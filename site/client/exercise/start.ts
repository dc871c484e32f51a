import type { Extension } from '@codemirror/state';
import type { PageData } from '../../shared/page-data.ts';
import { byId } from '../element.ts';
import { ExercisePage } from './page.ts';

/** Brings an exercise page to life; called by the script of each page with the languages it carries. */
export function start(
  languages: readonly { matches(file: string): boolean; language(file: string): Extension }[],
): void {
  const data = JSON.parse(byId('datos').textContent ?? '') as PageData;
  new ExercisePage(data, (file) => languages.find(({ matches }) => matches(file))?.language(file) ?? []);
}
