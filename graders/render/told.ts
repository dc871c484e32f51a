import type { ExerciseSpec } from '../checks/kinds.ts';
import { titleOf } from '../checks/titles.ts';
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { type ExerciseJson, exerciseJson } from './json.ts';
import type { TextOf } from './places.ts';

/** One graded exercise as the formats of other programs are written from it, in one language. */
export interface Told {
  readonly report: ExerciseJson;
  readonly title: string;
  /** Every check of the exercise in order, asked or not. */
  readonly checks: readonly { readonly id: string; readonly title: string; readonly of: number }[];
  /** A path of the exercise as it stands from the root of the repository. */
  readonly shownPath: (path: string) => string;
}

/** The most points an exercise gives, graded or not. */
export function mostOf({ checks, report }: Told): number {
  return report.points.of > 0 ? report.points.of : checks.reduce((total, { of }) => total + of, 0);
}

/** @param spec undefined for an exercise that cannot be read */
export function toldOf(
  report: Report,
  spec: ExerciseSpec | undefined,
  textOf: TextOf,
  shownPath: Told['shownPath'],
  lang: Lang,
  reveal = false,
): Told {
  const checks = spec
    ? spec.checks.map((check) => ({ id: check.id, title: titleOf(check)[lang], of: check.points ?? 0 }))
    : report.checks.map(({ id, title, points: { of } }) => ({ id, title: title[lang], of }));
  return { report: exerciseJson(report, textOf, lang, reveal), title: report.title[lang], checks, shownPath };
}
