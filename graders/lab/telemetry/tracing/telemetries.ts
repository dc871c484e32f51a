import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, number } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hasLabels, type PodState } from '../../cluster/index.ts';
import { byAge } from '../../istio/index.ts';
import type { TelemetrySettings } from '../settings.ts';

/** A field, and the entry that fills it. */
export interface Said<T> {
  readonly value: T;
  readonly at: Span | undefined;
}

/** What the Telemetry objects ask of the proxy of a pod, on one side of a request. */
export interface TracingSpec {
  /** Name as written; undefined when nobody names one. */
  readonly provider: Said<string> | undefined;
  readonly reporting: Said<boolean>;
  readonly percent: Said<number> | undefined;
  /** Entries that would reach the proxy if they were not for the other side of a request only. */
  readonly otherSide: Span | undefined;
  /** The last entry that counts. */
  readonly at: Span | undefined;
}

export type Side = 'CLIENT' | 'SERVER';

/** The Telemetry objects as one pod sees them. */
export interface Telemetries {
  /** Those that count, from the mesh to the workload. */
  readonly reaching: readonly Resource[];
  /** Those that would, were there no older one of their kind. */
  readonly outlived: readonly Resource[];
  /** Those for other namespaces or pods that name a provider. */
  readonly elsewhere: readonly Resource[];
}

/**
 * The Telemetry objects of a pod: one without selector of the root namespace, one of its own namespace, and one whose
 * selector has its labels. Where several would fit a place, the oldest counts.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export function telemetriesOf(
  resources: readonly Resource[],
  { namespace, labels }: Pick<PodState, 'namespace' | 'labels'>,
  root: string,
): Telemetries {
  const all = resources.filter(({ kind, group }) => kind === 'Telemetry' && group === 'telemetry.istio.io').sort(byAge);
  const wide = (wanted: string) => all.filter((one) => one.namespace === wanted && !isNarrow(one));
  const own = all.filter(
    (one) => one.namespace === namespace && selectorOf(one) !== undefined && hasLabels(selectorOf(one) ?? {}, labels),
  );
  const places = [wide(root), namespace === root ? [] : wide(namespace), own];
  const fitting = places.flat();
  return {
    reaching: places.flatMap(([oldest]) => oldest ?? []),
    outlived: places.flatMap(([, ...younger]) => younger),
    elsewhere: all.filter((one) => !fitting.includes(one) && tracingIn(one).some(({ providers }) => providers)),
  };
}

const tracingIn = ({ data }: Resource): readonly Fields[] => fieldsList(fields(fields(data).spec).tracing);

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
  reaching: readonly Resource[],
  side: Side,
  { defaultProvider }: TelemetrySettings,
): TracingSpec | undefined {
  const every = reaching.flatMap(tracingIn);
  if (every.length === 0 && defaultProvider === undefined) return undefined;
  const entries = every.filter((entry) => concerns(entry, side));
  const last = <T>(read: (entry: Fields) => T | undefined): Said<T> | undefined => {
    const filled = entries.findLast((entry) => read(entry) !== undefined);
    const value = filled && read(filled);
    return value === undefined ? undefined : { value, at: filled && spanOf(filled) };
  };
  const named = last((entry) => text(fieldsList(entry.providers)[0]?.name));
  const disabled = last((entry) =>
    typeof entry.disableSpanReporting === 'boolean' ? entry.disableSpanReporting : undefined,
  );
  const other = every.find((entry) => !concerns(entry, side));
  return {
    provider: named ?? (defaultProvider === undefined ? undefined : { value: defaultProvider, at: undefined }),
    reporting: { value: disabled?.value !== true, at: disabled?.at },
    percent: last((entry) => number(entry.randomSamplingPercentage)),
    otherSide: other && spanOf(other),
    at: spanOf(entries.at(-1)),
  };
}

function concerns(entry: Fields, side: Side): boolean {
  const mode = text(fields(entry.match).mode);
  return mode !== 'CLIENT' && mode !== 'SERVER' ? true : mode === side;
}
