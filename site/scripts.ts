import type { WrittenExercise } from '../graders/course/written.ts';
import type { LabScripts } from './shared/lab-data.ts';

export interface Bundle {
  readonly name: string;
  readonly text: string;
}

/** The scripts of the examples in lessons. */
export const labScripts: LabScripts = { editor: '../editor.js', bench: '../ejemplo.js' };

/** The name of the script that holds the spec of an exercise, without its end. */
export const specName = ({ exercise }: WrittenExercise): string => `ejercicios/${exercise.folder}`;

/** The spec of an exercise as a script, which a page opened from a file can load too. */
export function specScript(written: WrittenExercise): Bundle {
  const { spec } = written.exercise;
  return { name: `${specName(written)}.js`, text: `globalThis.timonelSpec=${JSON.stringify(spec)};\n` };
}
