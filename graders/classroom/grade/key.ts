import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../../checks/observed.ts';
import type { Source } from '../../core/source.ts';
import type { Lang } from '../../core/text.ts';
import type { FileRead } from '../../course/files.ts';
import type { Exercise } from '../../exercise.ts';

/** What decides a report besides the answer and the exercise. */
export interface Terms {
  /** Of the engine that grades. */
  readonly engine: string;
  readonly lang: Lang;
  /** Services are run. */
  readonly runsCode: boolean;
  readonly decisions: readonly Decision[];
}

/** What the engine is: any change of it may change a grade. @param build folder of the running bundle */
export const engineOf = (build: string): string => digest([readFileSync(join(build, 'main.cjs'), 'latin1')]);

/** What an exercise is, under some terms. */
export function definitionOf(exercise: Exercise, terms: Terms): string {
  const { engine, lang, runsCode, decisions } = terms;
  const { spec } = exercise;
  const code = runsCode && spec.answers.some(({ format }) => format === 'service');
  const about = decisions.filter((decision) => decision.exercise === spec.id);
  return digest([engine, lang, String(code), JSON.stringify([exercise, about])]);
}

/**
 * Of an answer to an exercise: equal answers have equal keys, and no others.
 * @param earlier the answers of the exercise that this one goes on with, where they make a difference
 */
export function keyOf(definition: string, answers: readonly FileRead[], earlier: readonly Source[]): string {
  return digest([
    definition,
    JSON.stringify(earlier),
    ...answers.flatMap(({ text, problem }) => [text ?? '', JSON.stringify(problem ?? null)]),
  ]);
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}
