import { settledWorld } from './checks/cluster/world.ts';
import type { Source } from './core/source.ts';
import type { Exercise } from './exercise.ts';
import { type Picture, pictureOf } from './lab/picture/index.ts';
import { readSubmission } from './submission.ts';

/**
 * What an answer and its world look like once nothing changes any more.
 * @returns undefined where an answer cannot be read, or there is nothing to draw
 */
export function pictureOfAnswer(exercise: Exercise, answers: readonly Source[]): Picture | undefined {
  const submission = readSubmission(exercise, answers);
  if (submission.syntax.length > 0) return undefined;
  const picture = pictureOf(settledWorld(submission).state);
  return picture.boxes.length > 0 ? picture : undefined;
}
