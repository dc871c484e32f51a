import type { Observed } from '../../checks/observed.ts';
import type { Source } from '../../core/source.ts';
import type { Exercise } from '../../exercise.ts';
import { runService } from './run.ts';

/**
 * What has to be run to be known of an answer: its service, when it has one that is not as it was given.
 * @param answers the student's files, in the order of the exercise's
 */
export function observe(exercise: Exercise, answers: readonly Source[]): Observed {
  const service = serviceIn(exercise, answers);
  const transcript = service && runService(service);
  return transcript ? { service: transcript } : {};
}

/** What has to be run of many answers, for `runServices` to run before they are graded. */
export function servicesIn(exercise: Exercise, answers: readonly (readonly Source[])[]): readonly Source[] {
  return answers.flatMap((one) => serviceIn(exercise, one) ?? []);
}

function serviceIn({ spec, starter }: Exercise, answers: readonly Source[]): Source | undefined {
  const index = spec.answers.findIndex(({ format }) => format === 'service');
  const service = answers[index];
  return service && service.text !== starter[index]?.text ? service : undefined;
}
