import type { CheckResult, Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { JsonWords } from './finding-json.ts';
import { exerciseJson } from './json.ts';
import { rangesIn, type TextOf } from './places.ts';

/** A check as JSON text, and how the texts begin that decide its lines and columns; undefined for those that could not be read. */
interface Kept {
  readonly text: string;
  readonly begins: readonly (readonly [path: string, begin: string | undefined])[];
}

/**
 * Reports as JSON text. Of many answers to an exercise, most checks come to the very same result, which is put into words once: for all
 * texts that are the same as far as its places reach.
 */
export class KeptJson {
  private readonly kept = new WeakMap<CheckResult, Kept>();

  constructor(private readonly lang: Lang) {}

  /** What `JSON.stringify` writes of `exerciseJson`. */
  exercise(report: Report, textOf: TextOf): string {
    const rest = JSON.stringify(exerciseJson({ ...report, checks: [] }, textOf, this.lang));
    if (!rest.endsWith(ending)) throw new Error('the checks are not what a report ends with');
    return `${rest.slice(0, -ending.length)}${report.checks.map((check) => this.check(check, textOf)).join(',')}${ending}`;
  }

  private check(check: CheckResult, textOf: TextOf): string {
    const known = this.kept.get(check);
    if (known?.begins.every(([path, begin]) => beginsSo(textOf(path), begin))) return known.text;
    const reach = new Map<string, number>();
    const range = rangesIn(textOf);
    const words = new JsonWords((at) => {
      reach.set(at.path, Math.max(reach.get(at.path) ?? 0, at.from, at.to));
      return range(at);
    }, this.lang);
    const text = JSON.stringify(words.check(check));
    const begins = [...reach].map(([path, to]) => [path, beginOf(textOf(path), to)] as const);
    // A place behind the end of a text depends on where that is.
    const isInside = begins.every(([path, begin]) => begin === undefined || begin.length === reach.get(path));
    if (isInside) this.kept.set(check, { text, begins });
    return text;
  }
}

const ending = ']}';

const beginsSo = (text: string | undefined, begin: string | undefined): boolean =>
  begin === undefined ? text === undefined : text?.startsWith(begin) === true;

const beginOf = (text: string | undefined, to: number): string | undefined => text?.slice(0, to);
