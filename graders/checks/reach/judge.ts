import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import { says } from '../../core/trace.ts';
import { hops } from '../../lab/cluster/hops.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import { assumedIn } from '../cluster/assumed.ts';
import { isAnswered, placeInAnswer } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { saying } from '../cluster/say.ts';
import type { Submission } from '../submission.ts';
import { reasons } from '../traffic/reasons.ts';
import type { Asked } from './ask.ts';
import { causes } from './causes.ts';
import { noTarget, notRefused, otherDestination, otherServer, status } from './findings.ts';
import { nearName } from './near-name.ts';

/** What differs from the expectation of a call; the first difference tells the rest. */
export function judge(asked: Asked, submission: Submission): readonly Finding[] {
  const { expect } = asked.call;
  const { outcome } = asked.trace;
  if (expect.refusal !== undefined && expect.refusal !== false) return refusal(asked, submission);
  if (outcome.failures.length > 0) return [failure(asked, submission)];
  const found = [wrongServer, wrongStatus, wrongDestination, tooFewPods, splitState]
    .map((compare) => compare(asked, submission))
    .filter((one) => one !== undefined);
  // What an unknown process answers is not known, who is asked is.
  const guess = assumedIn(asked.trace.hops, submission, asked.because);
  const certain = found.filter(
    ({ severity, id }) => severity === 'error' && !(guess && (id === status.id || id === otherServer.id)),
  );
  if (certain.length > 0) return certain.slice(0, 1);
  const unsure = found.filter(({ severity }) => severity === 'info');
  return [...unsure, ...(guess ? [guess] : [])].slice(0, 1);
}

type Compare = (asked: Asked, submission: Submission) => Finding | undefined;

function refusal(asked: Asked, submission: Submission): readonly Finding[] {
  const { call, trace, request, from, because } = asked;
  const { outcome } = trace;
  const wanted = call.expect.refusal;
  if (outcome.destinations.length > 0) {
    const found = outcome.destinations.map(({ workload }) => `\`${workload}\``);
    const at = lastPlace(asked, submission);
    const facts = { request, from, found };
    const admitting = trace.hops.findLast((hop) => says(hop, hops, 'policyAllows'));
    return wanted === 'blocked-by-network-policy' && !admitting
      ? [finding(notRefused, 'open', policyPlace(asked, submission) ?? at, facts, because)]
      : [finding(notRefused, 'answered', at, { ...facts, reason: saying(admitting) }, because)];
  }
  const found = outcome.refusal;
  if (wanted === true || wanted === undefined || wanted === false || !found || wanted === found) return [];
  const data = { request, from, found: reasons[found], wanted: reasons[wanted] };
  return [finding(notRefused, 'otherReason', lastPlace(asked, submission), data, because)];
}

/** A name that nobody has is missed where it would be expected. */
function placeOf(hop: Hop, submission: Submission): Span {
  const host = says(hop, hops, 'hostUnknown') ? String(hop.data.host) : undefined;
  return host === undefined ? placeInAnswer(hop, submission) : nearName(host, String(hop.data.namespace), submission);
}

/** The decision that kept the connection, or a part of it, from being answered. */
function failure(asked: Asked, submission: Submission): Finding {
  const { trace, because } = asked;
  for (const hop of [...trace.hops].reverse()) {
    const told = retell(hop, causes, placeOf(hop, submission), because);
    if (told) return told;
  }
  const { port } = typeof asked.call.to === 'string' ? { port: 0 } : asked.call.to;
  return finding(noTarget, 'noPod', placeInAnswer(undefined, submission), { port }, because);
}

const wrongStatus: Compare = (asked, submission) => {
  const { call, trace, request, because } = asked;
  const wanted = call.expect.status;
  const other = trace.outcome.destinations.find((one) => one.status !== undefined && one.status !== wanted);
  if (wanted === undefined || other?.status === undefined) return undefined;
  return finding(status, 'other', lastPlace(asked, submission), { request, found: other.status, wanted }, because);
};

const wrongServer: Compare = (asked, submission) => {
  const { call, trace, request, because } = asked;
  const wanted = call.expect.by;
  const other = trace.outcome.destinations.find(({ product }) => product !== wanted);
  if (wanted === undefined || !other) return undefined;
  const at = lastPlace(asked, submission);
  if (other.product !== undefined) {
    return finding(otherServer, 'product', at, { request, found: other.product, wanted }, because);
  }
  const image = asked.pod?.containers.map((container) => container.image)[0] ?? other.workload;
  return { ...finding(otherServer, 'unknown', at, { image, wanted }, because), severity: 'info' };
};

const wrongDestination: Compare = (asked, submission) => {
  const { call, trace, request, because } = asked;
  const wanted = call.expect.destination;
  if (wanted === undefined) return undefined;
  const names = (one: { namespace: string; workload: string }) => [one.workload, `${one.namespace}/${one.workload}`];
  const others = trace.outcome.destinations.filter((one) => !names(one).includes(wanted));
  if (others.length === 0) return undefined;
  const found = others.map(({ workload }) => `\`${workload}\``);
  const data = { request, found, wanted: `\`${wanted}\`` };
  const alias = trace.hops.find((hop) => says(hop, hops, 'aliasFound'));
  if (alias) {
    const at = placeInAnswer(alias, submission);
    return finding(otherDestination, 'alias', at, { ...data, service: alias.data.service ?? '' }, because);
  }
  return finding(otherDestination, 'destination', lastPlace(asked, submission), data, because);
};

const tooFewPods: Compare = (asked, submission) => {
  const { call, trace, request, because } = asked;
  const wanted = call.expect.pods;
  const found = new Set(trace.outcome.destinations.flatMap(({ pods }) => pods)).size;
  if (wanted === undefined || found >= wanted) return undefined;
  return finding(otherDestination, 'pods', lastPlace(asked, submission), { request, found, wanted }, because);
};

const splitState: Compare = (asked, submission) => {
  const { call, trace, request, because } = asked;
  const found = new Set(trace.outcome.destinations.flatMap(({ pods }) => pods)).size;
  if (!call.expect.onePod || found <= 1) return undefined;
  return finding(otherDestination, 'memory', lastPlace(asked, submission), { request, found }, because);
};

/** The last decision that the student's own lines took. */
function lastPlace({ trace }: Asked, submission: Submission) {
  const own = trace.hops.findLast(({ at }: Hop) => isAnswered(at, submission));
  return placeInAnswer(own, submission);
}

/** What the policy of the answer selects, where it has one in the namespace that should be closed. */
function policyPlace({ trace }: Asked, submission: Submission): Span | undefined {
  const namespaces = trace.outcome.destinations.map(({ namespace }) => namespace);
  const policy = submission
    .answered()
    .resources.find(({ kind, namespace }) => kind === 'NetworkPolicy' && namespaces.includes(namespace ?? 'default'));
  return policy && fieldSpan(policy, 'spec', 'podSelector');
}
