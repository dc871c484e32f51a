import { startedFiles } from '../../checks/image/started.ts';
import type { Observed } from '../../checks/observed.ts';
import { readService } from '../../checks/service/source.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import type { Source } from '../../core/source.ts';
import type { Exercise } from '../../exercise.ts';
import { readSubmission } from '../../submission.ts';
import { containerProgram, nodeProgram, type Program } from './program.ts';
import { type RunOptions, runService } from './run.ts';

/**
 * What has to be run to be known of an answer: its service, when it has one that is not as it was given.
 * @param answers the student's files, in the order of the exercise's
 * @param options without consent, a service is run only where something holds it: whoever grades a class gives none
 */
export function observe(exercise: Exercise, answers: readonly Source[], options: RunOptions = {}): Observed {
  const program = programOf(exercise, answers);
  if (!program) return {};
  if ('problem' in program) return { service: neverStarted(program.problem) };
  const ran = runService(program, options);
  if ('withheld' in ran) return { withheld: true };
  return ran.transcript ? { service: ran.transcript } : {};
}

/** What has to be run of many answers, for `runServices` to run before they are graded. */
export function servicesIn(exercise: Exercise, answers: readonly (readonly Source[])[]): readonly Program[] {
  return answers.flatMap((one) => {
    const program = programOf(exercise, one);
    return program && !('problem' in program) ? [program] : [];
  });
}

/** The service in its own file, or the program of another language that the Dockerfile brings. */
function programOf(exercise: Exercise, answers: readonly Source[]): Program | { readonly problem: string } | undefined {
  const { spec, starter } = exercise;
  const index = spec.answers.findIndex(({ format }) => format === 'service');
  const source = answers[index];
  if (!source || answers.every(({ text }, at) => text === starter[at]?.text)) return undefined;
  const read = readService(source);
  if (read.findings.length > 0) return undefined;
  if (read.hasCode) return source.text === starter[index]?.text ? undefined : nodeProgram(read);
  const started = startedFiles(readSubmission(exercise, answers));
  return started && containerProgram(started);
}

function neverStarted(said: string): ServiceTranscript {
  return { start: { state: 'ended', end: { how: 'exit', code: 1, signal: null, said } }, scenes: [] };
}
