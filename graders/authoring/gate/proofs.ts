import type { Proof } from '../../checks/judgements/params.ts';
import type { CheckSpec } from '../../checks/kinds.ts';
import { happen } from '../../checks/predictions/check.ts';
import { type AuthoredExercise, readReference } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { readSubmission } from '../../submission.ts';
import { type Problem, problemAt } from './problem.ts';

/** What the lab is said to show about a statement, or against a misconception, is what it shows. */
export function staleProofs(root: string, exercise: AuthoredExercise): readonly Problem[] {
  const proofs = exercise.spec.checks.flatMap((check, index) =>
    proofsOf(check).map(({ proof, path }) => ({ proof, path: ['checks', index, ...path, 'proof'] })),
  );
  if (proofs.length === 0) return [];
  const submission = readSubmission(exercise, readReference(root, exercise).answers);
  return proofs.flatMap(({ proof, path }) => {
    const words = staleness(() => happen(proof, submission).value, proof.shows);
    return words ? [problemAt(exercise.specFile.source, spanAt(exercise.spec, path), words)] : [];
  });
}

interface Placed {
  readonly proof: Proof;
  /** Where in the check what it proves stands. */
  readonly path: readonly (string | number)[];
}

function proofsOf(check: CheckSpec): readonly Placed[] {
  if (check.kind === 'judgements') return placed(check.statements, ['statements']);
  if (check.kind !== 'explanation') return [];
  return check.slots.flatMap(({ misconceptions = [] }, slot) =>
    placed(misconceptions, ['slots', slot, 'misconceptions']),
  );
}

const placed = (items: readonly { readonly proof?: Proof }[], path: Placed['path']): readonly Placed[] =>
  items.flatMap(({ proof }, index) => (proof ? [{ proof, path: [...path, index] }] : []));

function staleness(run: () => unknown, shows: unknown): string | undefined {
  try {
    const [value, expected] = [JSON.stringify(run()), JSON.stringify(shows)];
    return value === expected ? undefined : `the lab shows ${value}, not ${expected}`;
  } catch (thrown) {
    return `the proof cannot be run: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}
