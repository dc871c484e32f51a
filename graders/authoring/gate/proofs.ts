import { provenBy } from '../../checks/judgements/check.ts';
import { type AuthoredExercise, readReference } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { readSubmission } from '../../submission.ts';
import { type Problem, problemAt } from './problem.ts';

/** What the lab is said to show about a statement is what it shows. */
export function staleProofs(root: string, exercise: AuthoredExercise): readonly Problem[] {
  const { checks } = exercise.spec;
  if (!checks.some(({ kind }) => kind === 'judgements')) return [];
  const submission = readSubmission(exercise, readReference(root, exercise).answers);
  return checks.flatMap((check, index) =>
    check.kind === 'judgements'
      ? check.statements.flatMap((statement, which) => {
          const words = staleness(() => provenBy(statement, submission)?.value, statement.proof?.shows);
          const at = spanAt(exercise.spec, ['checks', index, 'statements', which, 'proof']);
          return words ? [problemAt(exercise.specFile.source, at, words)] : [];
        })
      : [],
  );
}

function staleness(run: () => unknown, shows: unknown): string | undefined {
  try {
    const [value, expected] = [JSON.stringify(run()), JSON.stringify(shows)];
    return value === expected ? undefined : `the lab shows ${value}, not ${expected}`;
  } catch (thrown) {
    return `the proof cannot be run: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}
