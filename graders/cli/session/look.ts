import { join } from 'node:path';
import { inExercise } from '../../course/paths.ts';
import { textsOf } from '../../render/places.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import type { Graded } from '../grading.ts';
import { fromCwd } from '../screen.ts';
import type { State } from './state.ts';

const margin = 1;
/** Lines longer than this are hard to follow with the eye. */
const widest = 108;
const narrowest = 30;

/** Columns for the text of a panel. */
export function textWidth({ size }: Pick<State, 'size'>): number {
  return Math.max(narrowest, Math.min(widest, size.columns - 2 * margin));
}

/** The screen of a panel, with the texts that an exercise talks about. */
export function screenOf(state: State, graded?: Graded): Screen {
  const { lang, look, reveal } = state;
  const base = graded && inExercise(look.root, graded.opened.folder.name);
  return {
    lang,
    palette: look.palette,
    width: textWidth(state),
    textOf: textsOf(graded?.sources ?? []),
    shownPath: (path) => (base === undefined ? path : fromCwd(look.cwd, join(base, path))),
    reveal,
  };
}

/** The files of an answer as they can be opened from where the person stands. */
export function answerPaths(state: State, graded: Graded): readonly string[] {
  const { shownPath } = screenOf(state, graded);
  return (graded.opened.exercise?.spec.answers ?? []).map(({ file }) => shownPath(file));
}

/** Address of the page of the exercise at hand. */
export function pageOf({ url, current }: Pick<State, 'url' | 'current'>): string {
  return current === undefined ? url : `${url}ejercicios/${encodeURIComponent(current)}.html`;
}
