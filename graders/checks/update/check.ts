import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { IContainer, IProbe } from 'kubernetes-models/v1';
import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import type { Verdict } from '../check.ts';
import { startOf } from '../cluster/place.ts';
import { sentenceOf } from '../cluster/say.ts';
import { drawnKind } from '../drawn/picture.ts';
import { drawn } from './drawn.ts';
import { downtime, missing, stuck, unknown, unnoticed } from './findings.ts';
import { followedIn } from './follow.ts';
import type { Params } from './params.ts';

/** What a new version does to those who use the old one. */
export default drawnKind<Params>({
  kind: 'update',
  title: { es: 'Una versión nueva no deja sin servicio', en: 'A new version does not take the service down' },
  check(params, submission): Verdict {
    const followed = followedIn(params, submission);
    if (!followed) return { findings: [finding(missing, 'workload', startOf(submission), { image: params.image })] };
    const { next, hops, outcome } = followed;
    const { minAvailable, outcome: end } = outcome;
    const trace: Trace = { hops, outcome: { end, minAvailable } };
    const unforeseen = params.expect.stuck && end === 'complete' && isGuarded(next) ? whatNobodyKnows(next) : undefined;
    if (unforeseen) {
      return {
        findings: [finding(unknown, unforeseen, fieldSpan(next, 'spec', 'template'), {}, trace)],
        status: 'review',
      };
    }
    return { findings: differences(params, next, { end, minAvailable, trace }), trace };
  },
  picture: drawn,
});

interface Followed {
  readonly end: 'complete' | 'stuck';
  readonly minAvailable: number;
  readonly trace: Trace;
}

function differences({ expect, next: image }: Params, next: Resource, followed: Followed): readonly Finding[] {
  const { end, minAvailable, trace } = followed;
  const template = fieldSpan(next, 'spec', 'template');
  const strategy = fieldSpan(next, 'spec', 'strategy');
  if (expect.stuck && (end === 'complete' || !isGuarded(next))) {
    return [finding(unnoticed, 'replaced', template, { image }, trace)];
  }
  if (expect.completes && end === 'stuck') return [stuckFinding(image, strategy, trace)];
  if (expect.available === undefined || minAvailable >= expect.available) return [];
  return [finding(downtime, 'fewer', strategy, { found: minAvailable, wanted: expect.available }, trace)];
}

/** What keeps the new pods from being ready, in the words of whoever decided it, at its lines. */
function stuckFinding(image: string, strategy: Finding['at'], trace: Trace): Finding {
  const cause = trace.hops.find(({ stage }) => stage !== 'rollout');
  if (!cause) return finding(stuck, 'stuck', strategy, { image }, trace);
  return finding(stuck, 'because', cause.at ?? strategy, { image, reason: sentenceOf(cause) }, trace);
}

/** A liveness probe restarts a pod that does not work, but counts it as ready until then. */
function isGuarded(next: Resource): boolean {
  return probesOf(next).length > 0;
}

/** Why the lab cannot tell whether the new version is noticed: the pod itself says what to run. */
function whatNobodyKnows(next: Resource): 'command' | 'process' | undefined {
  if (probesOf(next).some(({ exec }) => exec !== undefined && exec !== null)) return 'command';
  return containersOf(next).some(({ command, args }) => command || args) ? 'process' : undefined;
}

function containersOf({ data }: Resource): readonly IContainer[] {
  const { containers } = (data as Partial<IDeployment>).spec?.template.spec ?? {};
  return Array.isArray(containers) ? containers : [];
}

function probesOf(next: Resource): readonly IProbe[] {
  return containersOf(next).flatMap(({ readinessProbe, startupProbe }) =>
    [readinessProbe ?? [], startupProbe ?? []].flat(),
  );
}
