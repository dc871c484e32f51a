import { type Finding, finding } from '../../core/finding.ts';
import { headOf } from '../../core/span.ts';
import { checkKind, type Verdict } from '../check.ts';
import { startedProgram } from '../image/started.ts';
import type { Submission } from '../submission.ts';
import { contract } from './contract.ts';
import { empty, notRun } from './findings.ts';
import { judgeScene } from './judge.ts';
import type { Params } from './params.ts';
import type { ServiceSource } from './source.ts';
import { judgeStart, judgeStop, judgeWithoutPort } from './start.ts';
import type { ServiceTranscript } from './transcript.ts';

/** Compares what was seen of the running service with the contract. Running it is the business of a shell. */
export default checkKind<Params>({
  kind: 'service',
  title: { es: 'El servicio cumple su contrato', en: 'The service keeps its contract' },
  check(params, submission): Verdict {
    const { read: service, seen, withheld } = submission.service();
    // What ran is in the image then, and what it does wrong is told of the file that brings it there.
    if (seen && !service.hasCode)
      return judged(params, { ...service, source: submission.dockerfile().source, program: undefined }, seen);
    if (!service.hasCode) return withoutCode(service, submission, withheld);
    if (service.findings.length > 0) return { findings: service.findings };
    return seen ? judged(params, service, seen) : abstain(service, submission, withheld);
  },
});

function judged(
  { start, withoutPort, stop, scenes }: Params,
  service: ServiceSource,
  transcript: ServiceTranscript,
): Verdict {
  const runs = contract.filter(({ id }) => scenes?.includes(id)).map((scene) => judgeScene(scene, service, transcript));
  const others: readonly Finding[] = [
    ...(start ? judgeStart(service, transcript) : []),
    ...(withoutPort ? judgeWithoutPort(service, transcript) : []),
    ...(stop ? judgeStop(service, transcript) : []),
  ];
  const findings = [...others, ...runs.flatMap((run) => run.findings)];
  const telling = runs.find((run) => run.findings.length > 0) ?? runs[0];
  const verdict = telling ? { findings, trace: telling.trace } : { findings };
  return findings.some(({ id }) => id === notRun.id) ? { ...verdict, status: 'review' } : verdict;
}

/** @param withheld nothing could hold the service, where somebody would have run it */
function abstain({ source }: ServiceSource, { exercise }: Submission, withheld?: true): Verdict {
  const why = withheld ? 'noCage' : 'here';
  return { findings: [finding(notRun, why, headOf(source), { number: exercise.number })], status: 'review' };
}

/** Without code in the file, the service may still be another program that the Dockerfile brings. */
function withoutCode(service: ServiceSource, submission: Submission, withheld?: true): Verdict {
  const { source } = service;
  const program = startedProgram(submission);
  if (program !== undefined && !/^(?:node|nodejs|npm|npx|tsx|yarn|pnpm|corepack)$/.test(program)) {
    if (withheld) return abstain(service, submission, withheld);
    return { findings: [finding(notRun, 'noRuntime', headOf(source), { program })], status: 'review' };
  }
  const file = source.path.slice(source.path.lastIndexOf('/') + 1);
  return { findings: [finding(empty, 'noCode', headOf(source), { file })] };
}
