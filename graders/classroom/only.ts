import { totalOf } from './export/worth.ts';
import type { ClassResults } from './results.ts';

/**
 * Results of some exercises alone, as if a course had no others: a hand-in of one practical is graded out of its points.
 * @param folders of the exercises that stay
 */
export function onlyThese(results: ClassResults, folders: ReadonlySet<string>): ClassResults {
  const exercises = results.exercises.filter(({ folder }) => folders.has(folder));
  const ids = new Set(exercises.map(({ id }) => id));
  const fewer = { ...results, exercises };
  return {
    ...fewer,
    submissions: results.submissions.map((submission) => {
      const own = { ...submission, exercises: submission.exercises.filter(({ report }) => ids.has(report.id)) };
      return { ...own, points: totalOf(fewer, own) };
    }),
  };
}
