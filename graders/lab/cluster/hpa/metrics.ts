import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2/MetricSpec';
import type { IMetricTarget } from 'kubernetes-models/autoscaling/v2/MetricTarget';
import { own } from '../../../core/own.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { milliText, milliValue } from '../../../model/workloads/quantities.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { groupPods, withoutRequest } from './groups.ts';
import { hops } from './hops.ts';
import type { Observation } from './observed.ts';
import {
  averageValue,
  type Proposal,
  propose,
  proposeForPart,
  proposeForValue,
  type Tolerance,
  utilization,
} from './replicas.ts';

/** What one metric of the autoscaler says, or why it says nothing. */
export interface MetricResult {
  readonly proposal?: Proposal;
  readonly hop: Hop;
}

/** Asks one metric of the spec. */
export function evaluateMetric(metric: IMetricSpec, observed: Observation, tolerance: Tolerance): MetricResult {
  const at = spanOf(metric);
  const where = at ? { at } : {};
  const source = metric.resource ?? metric.containerResource;
  const say = (
    message: 'noMetrics' | 'notModelled' | 'noRequest' | 'noContainer' | 'otherCase',
    data: Record<string, string>,
  ): MetricResult => {
    const blamed = source && (message === 'noContainer' ? spanOf(source, 'container') : spanOf(source, 'name'));
    return { hop: hop(hops, 'metric', message, data as never, blamed ? { at: blamed } : where) };
  };
  if (source) {
    const { container } = metric.containerResource ?? {};
    return ofResource(source.name, source.target, observed, tolerance, container, say, where);
  }
  const named = metric.object ?? metric.external;
  const value = named && own(observed.values, named.metric.name);
  if (!named || value === undefined) return say('notModelled', { type: metric.type });
  const perPod = milliValue(named.target.averageValue);
  const proposal =
    perPod === undefined
      ? proposeForValue(value, milliValue(named.target.value) ?? 1, readyPods(observed), observed.replicas, tolerance)
      : proposeForPart(value, perPod, observed.replicas, tolerance);
  // Only a whole that is off its target is divided among the pods there are.
  const divided = perPod === undefined && !proposal.tolerated;
  if (divided && observed.pods.length === 0) return say('noMetrics', { resource: named.metric.name });
  const { target } = named;
  const [kind, wanted] =
    perPod === undefined ? (['value', target.value] as const) : (['average', target.averageValue] as const);
  return told(proposal, kind, observed, String(wanted), where);
}

function ofResource(
  resource: string,
  target: IMetricTarget,
  observed: Observation,
  tolerance: Tolerance,
  container: string | undefined,
  say: (message: 'noMetrics' | 'noRequest' | 'noContainer' | 'otherCase', data: Record<string, string>) => MetricResult,
  where: object,
): MetricResult {
  if (
    container !== undefined &&
    observed.pods.length > 0 &&
    !observed.pods.some(({ requests }) => Object.hasOwn(requests, container))
  ) {
    return say('noContainer', { container });
  }
  const name = resource.toLowerCase();
  if (name !== resource && (name === 'cpu' || name === 'memory')) return say('otherCase', { resource, name });
  const percent = target.averageUtilization;
  if (typeof percent === 'number') {
    // Of every pod the selector finds, those that failed among them.
    const lacking = withoutRequest(observed.pods, resource, container);
    if (lacking) return say('noRequest', { container: lacking.container, resource });
  }
  const groups = groupPods(observed.pods, resource, container);
  const wanted = typeof percent === 'number' ? percent : (milliValue(target.averageValue) ?? 0);
  const measure = typeof percent === 'number' ? utilization(percent) : averageValue(wanted);
  const proposal = propose(groups, measure, observed.replicas, tolerance);
  if (!proposal) return say('noMetrics', { resource });
  return typeof percent === 'number'
    ? told(proposal, 'utilization', observed, percent, where)
    : told(proposal, 'average', observed, String(target.averageValue), where);
}

const readyPods = ({ pods }: Observation): number =>
  pods.filter(({ phase, ready }) => ready && phase !== 'Pending' && phase !== 'Failed').length;

/** @param target percent, or the quantity as it is written */
function told(
  proposal: Proposal,
  kind: 'utilization' | 'average' | 'value',
  { clock }: Observation,
  target: number | string,
  where: object,
): MetricResult {
  const { current: value, replicas, tolerated } = proposal;
  const current = kind === 'utilization' ? value : milliText(value);
  const data = { seconds: clock, current, target, n: replicas };
  const within = kind === 'utilization' ? 'toleratedShare' : 'tolerated';
  return { proposal, hop: hop(hops, 'metric', tolerated ? within : kind, data, where) };
}
