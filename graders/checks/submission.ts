import type { ExerciseBase } from '../core/exercise.ts';
import type { Finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import type { Dockerfile } from '../model/dockerfile/dockerfile.ts';
import type { Literal } from '../model/literal/literal.ts';
import type { Manifests } from '../model/manifests/manifests.ts';
import type { SettingsFile } from '../parse/settings/setting.ts';
import type { Decision } from './observed.ts';
import type { ServiceSource } from './service/source.ts';
import type { ServiceTranscript } from './service/transcript.ts';

/**
 * What a check may look at: the student's files read once, and the world they act in. Parts are read on first use and
 * kept, so that ten checks of one exercise parse one time.
 */
export interface Submission {
  readonly exercise: ExerciseBase;
  readonly answers: readonly Source[];
  readonly given: readonly Source[];
  /** What people decided about this exercise where the grader abstained. */
  readonly decisions: readonly Decision[];
  /** Why an answer cannot be read at all; empty when every file is well formed. */
  readonly syntax: readonly Finding[];
  /** The objects of the answer alone. */
  answered(): Manifests;
  /** The objects of the world and of the answer together, the answer's last. */
  manifests(): Manifests;
  /** The Dockerfile of the answer. */
  dockerfile(): Dockerfile;
  /** The typed literal of `respuesta.ts`. */
  literal(): Literal;
  /** A file of settings of the answer, by its name. */
  settings(file: string): SettingsFile;
  /** The service of the answer. */
  service(): AnsweredService;
  /**
   * An answer without the comments at its end, where they change nothing of what it says: places in it are places in the answer. Who
   * needs no more looks at this, so that answers that differ in no more are judged once.
   */
  body(answer: Source): Source;
  /** Computes something at most once for all the checks of this submission. @param what names it, the same for the same thing */
  once<T>(what: string, compute: () => T): T;
  /** What a part of it says that somebody looked at: equal where nobody who looks at that part alone can tell two submissions apart. Undefined where nobody knows. */
  says(part: string): string | undefined;
  /** @returns what was worked out, and the parts that were looked at meanwhile, the first look first */
  looking<T>(work: () => T): { readonly value: T; readonly looked: readonly string[] };
}

export interface AnsweredService {
  readonly read: ServiceSource;
  /** What was seen of it when a shell ran it; absent where nobody did. */
  readonly seen?: ServiceTranscript;
  /** A shell would have run it and had nothing to hold it with. */
  readonly withheld?: true;
}
