import type { Decision } from '../../checks/observed.ts';
import type { Source } from '../../core/source.ts';
import type { Lang } from '../../core/text.ts';
import type { FileRead } from '../../course/files.ts';

/** What a worker is told when it starts. */
export interface Setup {
  readonly does: 'answers';
  /** Absolute path of the course. */
  readonly root: string;
  /** Folder of the running bundle. */
  readonly build: string;
  readonly lang: Lang;
  /** Services are run in the cage. */
  readonly runsCode: boolean;
  readonly decisions: readonly Decision[];
}

/** One answer to grade: one file for each of the exercise, in its order. */
export interface Job {
  readonly folder: string;
  readonly files: readonly FileRead[];
  /** The answers of the exercise that this one goes on with, where they make a difference. */
  readonly earlier: readonly Source[];
  /** Of the parameters of the exercise, where the student has others than the defaults. */
  readonly values?: readonly (readonly [string, number | string])[];
}

/** The report of an answer as JSON text. */
export interface Outcome {
  readonly report: string;
}

/** In place of what a worker would have answered. */
export interface Lost {
  readonly lost: Loss;
}

/** Why an answer cost its worker: out of time or memory, or something nobody expected. */
export type Loss =
  | { readonly why: 'time' }
  | { readonly why: 'memory' }
  | { readonly why: 'crash'; readonly reason: string };
