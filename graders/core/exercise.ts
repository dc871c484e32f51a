import type { Text } from './text.ts';

/** How an answer file is read. */
export type AnswerFormat = 'manifests' | 'dockerfile' | 'literal' | 'service' | 'shell' | 'settings';

export interface AnswerFile {
  /**
   * Name of the file in the exercise folder: `respuesta.yaml`, `Dockerfile`, `respuesta.ts`, …
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9_.-]*$
   */
  readonly file: string;
  readonly format: AnswerFormat;
  /** For manifests: the kinds the statement asks for, offered by the editor. Others are allowed. */
  readonly kinds?: readonly string[];
}

/** An image that the registry of the exercise's world holds besides the well-known ones. */
export interface WorldImage {
  /** Repository without tag: `ejemplo/reviews`. */
  readonly name: string;
  readonly tags?: readonly string[];
  /** Ports the process listens on, on all addresses. */
  readonly listens?: readonly number[];
  /** HTTP paths that exist, the others being 404; every path is taken to exist when omitted. */
  readonly paths?: readonly string[];
  /** Variable that moves the port it listens on: `PORT`. */
  readonly portVariable?: string;
  /** Somebody built it and loaded it into every node; no registry holds it. */
  readonly loaded?: true;
  /** User the image runs as; 0 when omitted. */
  readonly user?: number;
}

export interface Hint extends Text {
  /** The check it helps with: it comes first while that fails. */
  readonly check?: string;
}

/** What every check of a spec has, whatever its kind. */
export interface CheckBase {
  /** Unique in the exercise, kebab-case Spanish; never changes. */
  readonly id: string;
  /** Checks that must pass before this one is asked. */
  readonly needs?: readonly string[];
  /** Weight of the check; 0 for a gate that only unlocks others. */
  readonly points?: number;
  /**
   * The exercise is not passed while this check fails, whatever the points: for what is tried in the lab and must work. A
   * slip in a section of questions costs its points only.
   */
  readonly required?: boolean;
  /**
   * Checks of which one at least must earn something for this one to: what only says that nothing was broken, or that
   * something trivial holds, is worth nothing by itself.
   */
  readonly earnsWith?: readonly string[];
  /** What the check makes sure of, as the student reads it. Kinds have a default. */
  readonly title?: Text;
}

/** What the learner made in an earlier exercise, with which this one goes on once it is there. */
export interface Continued {
  /** Id of the earlier exercise. */
  readonly exercise: string;
  /** Its answers that are taken over. While the first is as it was at the start, the files of `given/` stay. */
  readonly files: readonly [string, ...string[]];
  /**
   * Folder whose files they replace.
   * @pattern ^given/[a-z0-9-]+$
   */
  readonly folder: string;
}

/**
 * A number, a name or a port that each student of a class may get another of. What stands in the files of the exercise is the
 * default; without a secret of the course nothing changes.
 */
export interface Parameter {
  /** @pattern ^[a-z][a-z0-9]*$ */
  readonly id: string;
  /** What the files say now. */
  readonly default: number | string;
  /** What it may be, each as likely as the others: whole numbers from one to another, or a list. */
  readonly values: ParameterRange | readonly [number | string, ...(number | string)[]];
  /** Parameters above whose value it must not have. */
  readonly unlike?: readonly string[];
  /**
   * Where it is written: texts of the files of the exercise and of its solution, with `{{id}}` in its place, as whole words. `{{id}}`
   * alone when omitted. `{{100 - id}}` is worked out, `{{id:es}}` and `{{id:en}}` are number words.
   * @minItems 1
   */
  readonly written?: readonly string[];
}

export interface ParameterRange {
  readonly from: number;
  readonly to: number;
  /** 1 when omitted. */
  readonly step?: number;
}

/** `exercise.yaml` without its checks, whose shape each kind of check declares. */
export interface ExerciseBase {
  /** Never changes: progress and grades are keyed by it. */
  readonly id: string;
  readonly number: number;
  readonly title: Text;
  /**
   * To get to know how one works here: offered in its order while nothing after it was begun, and graded like any other, but none
   * of the exercises of the course. No count, no progress, no class and no notebook has it unless it is named.
   */
  readonly practice?: true;
  /** Slug of the lesson that prepares for it. */
  readonly lesson: string;
  readonly concepts: readonly string[];
  /** Ids of exercises to do before. */
  readonly prerequisites?: readonly string[];
  readonly answers: readonly [AnswerFile, ...AnswerFile[]];
  /** Files under `given/` that form the world the answer acts in. */
  readonly world?: readonly string[];
  readonly images?: readonly WorldImage[];
  readonly continues?: Continued;
  /** What may differ from student to student. */
  readonly parameters?: readonly Parameter[];
  /**
   * Percentage of the points that is enough to pass; 90 when omitted.
   * @minimum 50
   * @maximum 100
   */
  readonly pass?: number;
  /** From orientation to almost there. */
  readonly hints: readonly [Hint, ...Hint[]];
}

/** The points that are enough to pass an exercise. */
export function enoughOf({ pass = 90 }: Pick<ExerciseBase, 'pass'>, of: number): number {
  return Math.round(pass * of * 1e4) / 1e6;
}
