import { createHash } from 'node:crypto';
import type { Happened } from '../graders/checks/predictions/recall.ts';
import { own } from '../graders/core/own.ts';
import type { WrittenExercise } from '../graders/course/written.ts';
import type { LabScripts } from './shared/lab-data.ts';

export interface Bundle {
  readonly name: string;
  readonly text: string;
}

/** The scripts of the examples in lessons. */
export const labScripts: LabScripts = { editor: '../editor.js', bench: '../ejemplo.js', time: '../tiempo.js' };

/** The name of the script that holds the spec of an exercise, without its end. */
export const specName = ({ exercise }: WrittenExercise): string => `ejercicios/${exercise.folder}`;

/** The same for an exercise whose checks ask the same of the lab, in the same world. */
export function fingerprint({ exercise: { spec, given } }: WrittenExercise): string {
  return createHash('sha256')
    .update(JSON.stringify([spec, given]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * The spec of an exercise as a script, which a page opened from a file can load too.
 * @param happened what the lab answers to questions, by the fingerprints of their exercises
 */
export function specScript(written: WrittenExercise, happened: Readonly<Record<string, readonly Happened[]>>): Bundle {
  const lines = [`globalThis.timonelSpec=${JSON.stringify(written.exercise.spec)};\n`];
  const known = own(happened, fingerprint(written));
  if (known) lines.push(`globalThis.timonelHappened=${JSON.stringify(known)};\n`);
  return { name: `${specName(written)}.js`, text: lines.join('') };
}
