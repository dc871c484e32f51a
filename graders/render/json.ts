import type { Finding, Severity } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { CheckResult, CheckStatus, ExerciseStatus, Points, Report } from '../core/report.ts';
import type { Range } from '../core/span.ts';
import type { Lang } from '../core/text.ts';
import type { Hop, ResourceRef, Trace } from '../core/trace.ts';
import type { FileDescription, ImageConfig, ImageDescription, StartDescription } from '../lab/image/describe.ts';
import type { SizeClass } from '../lab/image/size.ts';
import type { MeshTrace, RequestOutcome } from '../lab/request/index.ts';
import { catalogue } from './catalogue.ts';
import type { ObservedJson } from './observed.ts';
import { type RangeFinder, rangesIn, type TextOf } from './places.ts';
import { sayFinding, sayHop } from './words.ts';

/** A finding as other programs read it. */
export interface FindingJson {
  /** `<area>/<kebab-case>`, never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** The sentence, in the language that was asked for. Backticks mark code. */
  readonly message: string;
  /** The facts of the sentence. */
  readonly data: Readonly<Record<string, Json>>;
  readonly path: string;
  /** Lines and columns start at 1; the end is exclusive; columns count UTF-16 units. */
  readonly range: Range;
  /** Path of the page that explains it, from the root of the repository. */
  readonly doc: string;
  readonly because?: TraceJson;
}

/** One decision of the lab. */
export interface HopJson {
  readonly stage: string;
  readonly resource?: ResourceRef;
  /** The file and the lines that decided it; absent where a default did. */
  readonly path?: string;
  readonly range?: Range;
  readonly detail: string;
}

export interface TraceJson {
  readonly hops: readonly HopJson[];
  readonly outcome: Json;
}

export interface CheckResultJson {
  readonly id: string;
  readonly kind: string;
  readonly status: CheckStatus;
  readonly points: Points;
  readonly findings: readonly FindingJson[];
  readonly trace?: TraceJson;
}

export interface ExerciseJson {
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  readonly status: ExerciseStatus;
  readonly points: Points;
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
  readonly outcome: RequestOutcome;
  readonly hops: readonly HopJson[];
}

/** @param observed what else the request leaves, in a cluster with a mesh */
export function requestJson(
  { hops, outcome }: MeshTrace,
  observed: ObservedJson,
  textOf: TextOf,
  lang: Lang,
): RequestJson {
  return { version: 1, outcome, hops: traceJson({ hops, outcome: null }, textOf, lang).hops, ...observed };
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

export function exerciseJson(report: Report, textOf: TextOf, lang: Lang): ExerciseJson {
  const { id, number, folder, status, points } = report;
  const say = new JsonWords(rangesIn(textOf), lang);
  return { id, number, folder, status, points, checks: report.checks.map((check) => say.check(check)) };
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

export function findingJson(found: Finding, textOf: TextOf, lang: Lang): FindingJson {
  return new JsonWords(rangesIn(textOf), lang).finding(found);
}

export function traceJson(trace: Trace, textOf: TextOf, lang: Lang): TraceJson {
  return new JsonWords(rangesIn(textOf), lang).trace(trace);
}

/** Puts words and lines to facts and offsets. */
class JsonWords {
  constructor(
    private readonly range: RangeFinder,
    private readonly lang: Lang,
  ) {}

  check({ id, kind, status, points, findings, trace }: CheckResult): CheckResultJson {
    const base = { id, kind, status, points, findings: findings.map((found) => this.finding(found)) };
    return trace ? { ...base, trace: this.trace(trace) } : base;
  }

  finding(found: Finding): FindingJson {
    const { id, severity, data, at, because } = found;
    const message = sayFinding(found, this.lang);
    const doc = catalogue.get(id)?.doc ?? '';
    const base = { id, severity, message, data, path: at.path, range: this.range(at), doc };
    return because ? { ...base, because: this.trace(because) } : base;
  }

  trace({ hops, outcome }: Trace): TraceJson {
    return { hops: hops.map((hop) => this.hop(hop)), outcome };
  }

  private hop(hop: Hop): HopJson {
    const { stage, resource, at } = hop;
    return {
      stage,
      ...(resource && { resource }),
      ...(at && { path: at.path, range: this.range(at) }),
      detail: sayHop(hop, this.lang),
    };
  }
}
