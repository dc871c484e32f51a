import type { Finding } from '../core/finding.ts';
import type { ExerciseStatus, Points, Report } from '../core/report.ts';
import type { Range } from '../core/span.ts';
import type { Lang } from '../core/text.ts';
import type {
  FileDescription,
  ImageConfig,
  ImageDescription,
  SizeClass,
  StartDescription,
} from '../lab/image/index.ts';
import type { MeshTrace, RequestOutcome } from '../lab/request/index.ts';
import {
  type CheckResultJson,
  type FindingJson,
  findingJson,
  type HopJson,
  JsonWords,
  traceJson,
} from './finding-json.ts';
import type { ObservedJson } from './observed.ts';
import { rangesIn, type TextOf } from './places.ts';

export interface ExerciseJson {
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  /** It is for practice, and counts in nothing. */
  readonly practice?: true;
  readonly status: ExerciseStatus;
  readonly points: Points;
  /** The points that are enough to pass, where no required check fails. */
  readonly enough: number;
  readonly checks: readonly CheckResultJson[];
}

/** What `timonel grade --format json` prints. */
export interface GradeJson {
  readonly version: 1;
  readonly exercises: readonly ExerciseJson[];
}

export interface FileJson {
  readonly path: string;
  readonly findings: readonly FindingJson[];
}

/** What `timonel check --format json` prints. */
export interface CheckJson {
  readonly version: 1;
  readonly files: readonly FileJson[];
}

/** What `timonel request --format json` prints. */
export interface RequestJson extends ObservedJson {
  readonly version: 1;
  readonly outcome: Omit<RequestOutcome, 'assumed'> & {
    /** Part of the answer rests on what this lab does not know and takes to work. */
    readonly assumed: boolean;
  };
  readonly hops: readonly HopJson[];
}

/** @param observed what else the request leaves, in a cluster with a mesh */
export function requestJson(
  { hops, outcome }: MeshTrace,
  observed: ObservedJson,
  textOf: TextOf,
  lang: Lang,
): RequestJson {
  const told = { ...outcome, assumed: outcome.assumed === true };
  return { version: 1, outcome: told, hops: traceJson({ hops, outcome: null }, textOf, lang).hops, ...observed };
}

/** What `timonel image --format json` prints. */
export interface ImageJson {
  readonly version: 1;
  readonly built: boolean;
  /** Why `docker build` stops; absent when it does not. */
  readonly refusal?: FindingJson;
  readonly image?: BuiltImageJson;
  /** What a container of the image does; absent when there is no image. */
  readonly start?: StartDescription;
  readonly hops: readonly HopJson[];
}

export interface BuiltImageJson {
  /** Reference of the base image; null for `scratch`. */
  readonly base: string | null;
  readonly config: ImageConfig;
  readonly layers: readonly LayerJson[];
  readonly files: readonly FileDescription[];
  /** Folders that may hold more than is listed. */
  readonly incomplete: readonly string[];
  readonly size: { readonly megabytes: number; readonly class: SizeClass };
}

export interface LayerJson {
  readonly keyword: string;
  readonly path: string;
  readonly range: Range;
  /** How many paths it adds or changes. */
  readonly paths: number;
}

/** @param refusal the finding of a build that stops */
export function imageJson(
  description: ImageDescription,
  refusal: Finding | undefined,
  textOf: TextOf,
  lang: Lang,
): ImageJson {
  const hops = traceJson({ hops: description.hops, outcome: null }, textOf, lang).hops;
  if (!description.built) {
    return { version: 1, built: false, ...(refusal && { refusal: findingJson(refusal, textOf, lang) }), hops };
  }
  const { base, config, layers, files, incomplete, size, start } = description;
  const range = rangesIn(textOf);
  const placed = layers.map(({ keyword, at, paths }) => ({ keyword, path: at.path, range: range(at), paths }));
  return { version: 1, built: true, image: { base, config, layers: placed, files, incomplete, size }, start, hops };
}

export function gradeJson(exercises: readonly ExerciseJson[]): GradeJson {
  return { version: 1, exercises };
}

/** @param reveal with the results that findings hold back */
export function exerciseJson(report: Report, textOf: TextOf, lang: Lang, reveal = false): ExerciseJson {
  const { id, number, folder, practice, status, points, enough } = report;
  const say = new JsonWords(rangesIn(textOf), lang, reveal);
  const checks = report.checks.map((check) => say.check(check));
  return { id, number, folder, ...(practice && { practice }), status, points, enough, checks };
}

/** Files of `timonel check`, with what was found in each. */
export function checkJson(
  files: readonly { readonly path: string; readonly findings: readonly Finding[] }[],
  textOf: TextOf,
  lang: Lang,
): CheckJson {
  const say = new JsonWords(rangesIn(textOf), lang);
  return {
    version: 1,
    files: files.map(({ path, findings }) => ({ path, findings: findings.map((found) => say.finding(found)) })),
  };
}
