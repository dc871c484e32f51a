import { isUntouched } from '../../core/report.ts';
import type { FindingJson } from '../../render/finding-json.ts';
import { answersOf } from '../export/told.ts';
import type { ClassExercise, ClassResults } from '../results.ts';

/** A check as the class did on it. */
export interface CheckFigure {
  readonly exercise: ClassExercise;
  readonly check: ClassExercise['checks'][number];
  /** Submissions that failed it, in order. */
  readonly failed: readonly string[];
  readonly review: readonly string[];
  /** For how many it came to a result. */
  readonly asked: number;
  /** The kind of finding most of the failed have, with the first example. */
  readonly commonest?: { readonly id: string; readonly count: number; readonly example: Example };
}

export interface Example {
  readonly submission: string;
  readonly found: FindingJson;
}

/** Every check that came to a result for somebody; those that most failed come first. */
export function checkFigures(results: ClassResults): readonly CheckFigure[] {
  const figures = results.exercises.flatMap((exercise) => {
    const graded = results.submissions.flatMap(({ id, exercises }) => {
      const report = exercises.find(({ report: { id: of } }) => of === exercise.id)?.report;
      return report && report.status !== 'error' ? [{ submission: id, report }] : [];
    });
    return exercise.checks.map((check): CheckFigure => {
      const met = graded.flatMap(({ submission, report }) => {
        const result = report.checks.find((one) => one.id === check.id);
        return result ? [{ submission, result }] : [];
      });
      const of = (status: string) => met.filter(({ result }) => result.status === status);
      const failed = of('fail');
      const commonest = commonestOf(
        failed.map(({ submission, result }) => ({
          submission,
          findings: result.findings.filter(({ severity }) => severity === 'error'),
        })),
      );
      return {
        ...{ exercise, check, failed: failed.map(({ submission }) => submission) },
        review: of('review').map(({ submission }) => submission),
        asked: failed.length + of('pass').length + of('review').length,
        ...(commonest && { commonest }),
      };
    });
  });
  return figures
    .filter(({ asked }) => asked > 0)
    .sort((a, b) => b.failed.length - a.failed.length || b.failed.length / b.asked - a.failed.length / a.asked);
}

function commonestOf(
  failed: readonly { readonly submission: string; readonly findings: readonly FindingJson[] }[],
): CheckFigure['commonest'] {
  const groups = new Map<string, Example[]>();
  for (const { submission, findings } of failed) {
    for (const id of new Set(findings.map((found) => found.id))) {
      const found = findings.find((one) => one.id === id);
      const group = groups.get(id) ?? [];
      if (found) group.push({ submission, found });
      groups.set(id, group);
    }
  }
  const [most] = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const example = most?.[1][0];
  return most && example ? { id: most[0], count: most[1].length, example } : undefined;
}

/** Something the theory of an exercise shows to be misunderstood, and by whom. */
export interface Misconception {
  readonly exercise: ClassExercise;
  readonly id: string;
  /** As it is told to those who have it. */
  readonly message: string;
  readonly submissions: readonly string[];
}

/** Kinds of theory findings that say that something is missing or ill-formed, and not that it is misunderstood. */
const formal = new Set(['theory/section', 'theory/unanswered', 'theory/unlocated', 'theory/historical']);

/** What is misunderstood, by how many; the same sentence is the same misconception. */
export function misconceptions(results: ClassResults): readonly Misconception[] {
  const groups = new Map<string, { readonly about: Omit<Misconception, 'submissions'>; readonly who: Set<string> }>();
  for (const submission of results.submissions) {
    for (const { exercise, answer } of answersOf(results, submission)) {
      if (isUntouched(answer.report)) continue;
      for (const { id, message, severity } of answer.report.checks.flatMap(({ findings }) => findings)) {
        if (severity !== 'error' || !id.startsWith('theory/') || formal.has(id)) continue;
        const key = JSON.stringify([exercise.id, id, message]);
        const group = groups.get(key) ?? { about: { exercise, id, message }, who: new Set() };
        group.who.add(submission.id);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .map(({ about, who }) => ({ ...about, submissions: [...who] }))
    .sort((a, b) => b.submissions.length - a.submissions.length || a.exercise.number - b.exercise.number);
}
