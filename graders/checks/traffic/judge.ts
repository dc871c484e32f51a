import { type Finding, finding } from '../../core/finding.ts';
import type { Asked } from './asked.ts';
import { answered as answeredDescriptor, status as statusDescriptor } from './findings.ts';
import { handlingFindings } from './handling.ts';
import { refusalFinding } from './refusals.ts';
import { destinationFinding, splitFinding } from './shares.ts';

/** Everything in which one call differs from what is expected of it; a lost request says nothing about its split. */
export function judge(asked: Asked, label: string): readonly Finding[] {
  const { refusal } = asked.call.expect;
  if (refusal !== undefined && refusal !== false) return mustBeRefused(asked, refusal);
  const lost = unanswered(asked);
  if (lost.length > 0) return lost;
  return [wrongStatus(asked), splitFinding(asked, label), destinationFinding(asked), ...handlingFindings(asked)].filter(
    (found) => found !== undefined,
  );
}

function mustBeRefused(asked: Asked, wanted: string | true): readonly Finding[] {
  const { trace, request, from, because } = asked;
  const { destinations, failures } = trace.outcome;
  if (destinations.length > 0) {
    const workloads = destinations.map(({ workload }) => `\`${workload}\``);
    const at = asked.deciding('authorization', 'tls', 'route');
    return [finding(answeredDescriptor, 'allowed', at, { request, from, workloads }, because)];
  }
  const other = failures.find(({ refusal }) => wanted !== true && refusal !== wanted);
  if (!other || wanted === true) return [];
  const data = { request, from, wanted, found: other.refusal };
  return [finding(answeredDescriptor, 'otherReason', asked.deciding('authorization', 'tls'), data, because)];
}

/** Traffic that gets no answer although an answer is expected, unless that very status is. */
function unanswered(asked: Asked): readonly Finding[] {
  const { expect } = asked.call;
  const { failures } = asked.trace.outcome;
  const answerExpected = expect.split !== undefined || expect.destination !== undefined || expect.status !== undefined;
  if (!answerExpected) return [];
  return failures
    .filter(
      ({ status, refusal }) => status !== expect.status && (refusal !== 'fault-aborted' || expect.status !== undefined),
    )
    .map((failure) => refusalFinding(asked, failure));
}

function wrongStatus(asked: Asked): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  const wanted = call.expect.status;
  const found = trace.outcome.status;
  if (wanted === undefined || found === wanted || found === undefined) return undefined;
  return finding(
    statusDescriptor,
    'other',
    asked.deciding('route', 'destination'),
    { request, from, wanted, found },
    because,
  );
}
