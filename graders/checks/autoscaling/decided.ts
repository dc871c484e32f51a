import type { Span } from '../../core/span.ts';
import { type Hop, says } from '../../core/trace.ts';
import { hops as hpaHops } from '../../lab/cluster/hpa/hops.ts';
import type { Moment } from '../../lab/cluster/index.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import type { Autoscaler } from './simulated.ts';

/**
 * The line of an autoscaler that decided how many replicas there are at a moment: a limit they are at, what slows it down,
 * or else the target of its metric.
 * @param before the looks before that moment
 * @param missed what is out of its limits, and whether there should be more of them or fewer
 */
export function decidedBy(
  autoscaler: Autoscaler,
  { replicas, hops }: Moment,
  before: readonly Moment[],
  missed: { readonly what: 'replicas' | 'utilization'; readonly wanted: 'more' | 'fewer' },
): Span {
  const { spec } = autoscaler.data;
  const at = (...path: readonly string[]) => fieldSpan(autoscaler, 'spec', ...path);
  const { what, wanted } = missed;
  if (wanted === 'more' && replicas === spec?.maxReplicas) return at('maxReplicas');
  if (wanted === 'more' && spec?.behavior?.scaleDown && hasFallen(before, replicas)) return at('behavior', 'scaleDown');
  // That a metric asks for too little is no fault of the least there may be.
  if (replicas === (spec?.minReplicas ?? 1) && (wanted === 'fewer' || what === 'replicas')) {
    return spec?.minReplicas === undefined ? at() : at('minReplicas');
  }
  const direction = wanted === 'more' ? 'scaleUp' : 'scaleDown';
  const isSlowed = hops.some((hop) => says(hop, hpaHops, 'stabilized', 'limitedByPolicy'));
  return isSlowed && spec?.behavior?.[direction] ? at('behavior', direction) : metricAt(autoscaler);
}

/** Whether the last change took replicas away. */
function hasFallen(before: readonly Moment[], replicas: number): boolean {
  const last = before.findLast((moment) => moment.replicas !== replicas);
  return last !== undefined && last.replicas > replicas;
}

function metricAt(autoscaler: Autoscaler): Span {
  const { spec } = autoscaler.data;
  const [metric] = spec?.metrics ?? [];
  if (!metric) return fieldSpan(autoscaler, 'spec', 'targetCPUUtilizationPercentage');
  const source = metric.resource ? 'resource' : metric.containerResource ? 'containerResource' : undefined;
  if (source === undefined) return fieldSpan(autoscaler, 'spec', 'metrics', 0);
  const { name, target } = metric[source] ?? {};
  // Under a load of CPU, what watches something else decides nothing.
  if (name !== 'cpu') return fieldSpan(autoscaler, 'spec', 'metrics', 0, source, 'name');
  const value = Object.keys(target ?? {}).find((key) => key !== 'type');
  return fieldSpan(autoscaler, 'spec', 'metrics', 0, source, 'target', ...(value === undefined ? [] : [value]));
}

/** The looks up to a moment that changed the number of replicas, and its own: a hundred looks that held are no story. */
export function storyUntil(moments: readonly Moment[], until: Moment): readonly Hop[] {
  const before = moments.filter(({ clock }) => clock <= until.clock);
  const telling = before.filter(
    (moment, index) => moment === until || (index > 0 && moment.replicas !== before[index - 1]?.replicas),
  );
  return telling.slice(-12).flatMap(({ hops }) => hops);
}
