import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, number } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hasLabels, type PodState } from '../../cluster/index.ts';
import { byAge } from '../../mesh/mesh.ts';
import { rootNamespace } from '../../mesh/scope.ts';
import type { TelemetrySettings } from '../settings.ts';

/** What the Telemetry objects ask of the proxy of a pod, on one side of a request. */
export interface TracingSpec {
  /** Name as written; undefined when nobody names one. */
  readonly provider: string | undefined;
  readonly reporting: boolean;
  readonly percent: number | undefined;
  /** The objects that were looked at, from the mesh to the workload. */
  readonly from: readonly Resource[];
  readonly at: Span | undefined;
}

export type Side = 'CLIENT' | 'SERVER';

/**
 * The Telemetry objects of a pod: one without selector of the root namespace, one of its own namespace, and one whose
 * selector has its labels. Where several would fit a place, the oldest counts.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export function telemetriesOf(
  resources: readonly Resource[],
  { namespace, labels }: Pick<PodState, 'namespace' | 'labels'>,
): readonly Resource[] {
  const all = resources.filter(({ kind, group }) => kind === 'Telemetry' && group === 'telemetry.istio.io').sort(byAge);
  const wide = (wanted: string) => all.find((one) => one.namespace === wanted && !isNarrow(one));
  const own = all.find(
    (one) => one.namespace === namespace && selectorOf(one) !== undefined && hasLabels(selectorOf(one) ?? {}, labels),
  );
  return [wide(rootNamespace), namespace === rootNamespace ? undefined : wide(namespace), own].filter(
    (one) => one !== undefined,
  );
}

function selectorOf({ data }: Resource): Readonly<Record<string, string>> | undefined {
  const wanted = fields(fields(fields(fields(data).spec).selector).matchLabels);
  return Object.keys(wanted).length > 0 ? (wanted as Record<string, string>) : undefined;
}

/** Bound to a Gateway or a Service by `targetRefs`, which sidecars do not look at, or to some pods. */
function isNarrow(resource: Resource): boolean {
  const spec = fields(fields(resource.data).spec);
  return selectorOf(resource) !== undefined || fieldsList(spec.targetRefs).length > 0 || 'targetRef' in spec;
}

/**
 * Merges what they say field by field: the narrower object wins, and of several entries the last. Without any entry and
 * without a default provider, the API says nothing.
 */
export function tracingSpec(
  resources: readonly Resource[],
  pod: Pick<PodState, 'namespace' | 'labels'>,
  side: Side,
  { defaultProvider }: TelemetrySettings,
): TracingSpec | undefined {
  const from = telemetriesOf(resources, pod);
  const every = from.flatMap((one) => fieldsList(fields(fields(one.data).spec).tracing));
  if (every.length === 0 && defaultProvider === undefined) return undefined;
  const entries = every.filter((entry) => concerns(entry, side));
  const last = <T>(read: (entry: Fields) => T | undefined): T | undefined =>
    entries.map(read).findLast((value) => value !== undefined);
  const named = last((entry) => text(fieldsList(entry.providers)[0]?.name));
  const disabled = last((entry) =>
    typeof entry.disableSpanReporting === 'boolean' ? entry.disableSpanReporting : undefined,
  );
  const at = entries.map((entry) => spanOf(entry)).findLast((span) => span !== undefined);
  return {
    provider: named ?? defaultProvider,
    reporting: disabled !== true,
    percent: last((entry) => number(entry.randomSamplingPercentage)),
    from,
    at: at ?? from.at(-1)?.at,
  };
}

function concerns(entry: Fields, side: Side): boolean {
  const mode = text(fields(entry.match).mode);
  return mode !== 'CLIENT' && mode !== 'SERVER' ? true : mode === side;
}
