import { answerOf, type Finding, type Severity } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { CheckResult, CheckStatus, Points } from '../core/report.ts';
import type { Range } from '../core/span.ts';
import type { Lang } from '../core/text.ts';
import type { Hop, ResourceRef, Trace } from '../core/trace.ts';
import { catalogue } from './catalogue.ts';
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
  /** The result it holds back; only with `--reveal`. */
  readonly answer?: {
    readonly message: string;
    readonly data: Readonly<Record<string, Json>>;
    readonly because?: TraceJson;
  };
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
  /** The exercise is not passed while this check is not. */
  readonly required?: true;
  readonly points: Points;
  readonly findings: readonly FindingJson[];
  readonly trace?: TraceJson;
}

export function findingJson(found: Finding, textOf: TextOf, lang: Lang): FindingJson {
  return new JsonWords(rangesIn(textOf), lang).finding(found);
}

export function traceJson(trace: Trace, textOf: TextOf, lang: Lang): TraceJson {
  return new JsonWords(rangesIn(textOf), lang).trace(trace);
}

/** Puts words and lines to facts and offsets. */
export class JsonWords {
  constructor(
    private readonly range: RangeFinder,
    private readonly lang: Lang,
    private readonly reveal = false,
  ) {}

  check({ id, kind, status, required, points, findings, trace }: CheckResult): CheckResultJson {
    const needed = required && { required };
    const base = { id, kind, status, ...needed, points, findings: findings.map((found) => this.finding(found)) };
    return trace ? { ...base, trace: this.trace(trace) } : base;
  }

  finding(found: Finding): FindingJson {
    const { id, severity, data, at, because } = found;
    const message = sayFinding(found, this.lang);
    const doc = catalogue.get(id)?.doc ?? '';
    const base = { id, severity, message, data, path: at.path, range: this.range(at), doc };
    const answer = this.reveal ? this.answer(found) : undefined;
    return { ...base, ...(because && { because: this.trace(because) }), ...(answer && { answer }) };
  }

  private answer(found: Finding): FindingJson['answer'] {
    const held = answerOf(found);
    if (!held) return undefined;
    const { data, because } = held;
    return { message: sayFinding(held, this.lang), data, ...(because && { because: this.trace(because) }) };
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
