import { type Finding, finding } from '../../core/finding.ts';
import type { Refusal } from '../../lab/istio/index.ts';
import type { Asked } from './asked.ts';
import { status as statusDescriptor } from './findings.ts';
import { handlingFindings } from './handling.ts';
import { mustBeRefused } from './must-be-refused.ts';
import type { TrafficCall } from './params.ts';
import { refusalFinding } from './refusals.ts';
import { destinationFinding, splitFinding } from './shares.ts';

/**
 * In what one call differs from what is expected of it. A lost request says nothing about its split, and one that goes
 * elsewhere says nothing about how it is handled on the way.
 */
export function judge(asked: Asked, label: string): readonly Finding[] {
  const { refusal } = asked.call.expect;
  if (refusal !== undefined && refusal !== false) return mustBeRefused(asked, wantedReasons(refusal));
  const lost = unanswered(asked);
  if (lost.length > 0) return lost;
  const elsewhere = wrongStatus(asked) ?? splitFinding(asked, label) ?? destinationFinding(asked);
  return elsewhere ? [elsewhere] : handlingFindings(asked);
}

function wantedReasons(
  refusal: Exclude<TrafficCall['expect']['refusal'], false | undefined>,
): true | readonly Refusal[] {
  return refusal === true ? true : typeof refusal === 'string' ? [refusal] : refusal;
}

/**
 * Traffic that gets no answer although an answer is expected, unless that very status is. Of what is wrong in the same way
 * the largest part tells the story.
 */
function unanswered(asked: Asked): readonly Finding[] {
  const { expect } = asked.call;
  const { failures } = asked.trace.outcome;
  const answerExpected = expect.split !== undefined || expect.destination !== undefined || expect.status !== undefined;
  if (!answerExpected) return [];
  const told = failures
    .filter(
      ({ status, refusal }) => status !== expect.status && (refusal !== 'fault-aborted' || expect.status !== undefined),
    )
    .sort((a, b) => b.share - a.share)
    .map((failure) => refusalFinding(asked, failure));
  return told.filter(
    ({ id, message }, index) => told.findIndex((one) => one.id === id && one.message === message) === index,
  );
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
