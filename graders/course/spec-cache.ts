import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseSpec } from '../checks/kinds.ts';

/**
 * Definitions of exercises that were read and found right, so that a command does not parse them again. They are kept
 * with the build that judged them, and hold for the very text they were read from.
 */
interface Kept {
  readonly text: string;
  readonly spec: ExerciseSpec;
}

/** @param build folder of the running bundle; without one nothing is kept */
export function keptSpec(build: string | undefined, folder: string, text: string): ExerciseSpec | undefined {
  if (build === undefined) return undefined;
  try {
    const kept = JSON.parse(readFileSync(fileOf(build, folder), 'utf8')) as Kept;
    return kept.text === text ? kept.spec : undefined;
  } catch {
    return undefined;
  }
}

export function keepSpec(build: string | undefined, folder: string, text: string, spec: ExerciseSpec): void {
  if (build === undefined) return;
  const file = fileOf(build, folder);
  try {
    mkdirSync(join(build, 'specs'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ text, spec } satisfies Kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Read-only: it will be parsed again.
  }
}

const fileOf = (build: string, folder: string): string => join(build, 'specs', `${folder}.json`);
