import type { Observed } from '../../checks/observed.ts';
import type { Source } from '../../core/source.ts';
import type { Exercise } from '../../exercise.ts';
import { runService } from './run.ts';

/**
 * What has to be run to be known of an answer: its service, when it has one that is not as it was given.
 * @param answers the student's files, in the order of the exercise's
 */
export function observe({ spec, starter }: Exercise, answers: readonly Source[]): Observed {
  const index = spec.answers.findIndex(({ format }) => format === 'service');
  const service = answers[index];
  if (!service || service.text === starter[index]?.text) return {};
  const transcript = runService(service);
  return transcript ? { service: transcript } : {};
}
