import type { Branch } from './checks/drawn/branch.ts';
import { type ClusterPicture, clusterPictureOf } from './checks/drawn/cluster.ts';
import type { CheckPicture, DrawnKind } from './checks/drawn/picture.ts';
import type { Submission } from './checks/submission.ts';
import { titleOf } from './checks/titles.ts';
import type { Source } from './core/source.ts';
import type { Text } from './core/text.ts';
import type { Exercise } from './exercise.ts';
import { checkKinds } from './generated/kinds.ts';
import { readSubmission } from './submission.ts';

/** What an answer looks like. */
export interface AnswerPicture extends Partial<ClusterPicture> {
  /** What its checks looked at, drawn. */
  readonly checks: readonly { readonly id: string; readonly title: Text; readonly picture: CheckPicture }[];
}

/**
 * Draws an answer.
 * @returns undefined where an answer cannot be read, or there is nothing to draw
 */
export function pictureOfAnswer(exercise: Exercise, answers: readonly Source[]): AnswerPicture | undefined {
  const submission = readSubmission(exercise, answers);
  if (submission.syntax.length > 0) return undefined;
  const { answers: files, checks: specs } = exercise.spec;
  const linkerd = specs.find((spec) => spec.kind === 'linkerd');
  const hasManifests = files.some(({ format }) => format === 'manifests');
  const world = hasManifests ? clusterPictureOf(submission, linkerd) : undefined;
  const seen = new Set<string>();
  const checks = specs.flatMap((spec) => {
    const picture = pictureOfCheck(spec, submission);
    // Several checks may look at the same thing.
    const key = JSON.stringify(picture);
    if (!picture || seen.has(key)) return [];
    seen.add(key);
    return [{ id: spec.id, title: titleOf(spec), picture }];
  });
  return world || checks.length > 0 ? { ...world, checks } : undefined;
}

/**
 * Draws what a check of an answer looks at, were something else done from a moment on.
 * @param id of a check whose picture is a line in time
 */
export function branchOfCheck(
  exercise: Exercise,
  answers: readonly Source[],
  id: string,
  branch: Branch,
): CheckPicture | undefined {
  const submission = readSubmission(exercise, answers);
  const spec = exercise.spec.checks.find((one) => one.id === id);
  return spec && submission.syntax.length === 0 ? pictureOfCheck(spec, submission, branch) : undefined;
}

function pictureOfCheck(
  spec: Exercise['spec']['checks'][number],
  submission: Submission,
  branch?: Branch,
): CheckPicture | undefined {
  const kind: DrawnKind<never> = checkKinds[spec.kind];
  return kind.picture?.(spec as never, submission, branch);
}
