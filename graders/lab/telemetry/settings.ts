import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, number } from '../../model/mesh/fields.ts';
import { text } from '../../model/workloads/values.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { rootNamespace, writtenMesh } from '../istio/index.ts';

/** What the mesh as a whole says about telemetry. */
export interface TelemetrySettings {
  readonly mergeMetrics: boolean;
  readonly enableTracing: boolean;
  readonly providers: readonly Provider[];
  /** `defaultProviders.tracing`: the first one counts. */
  readonly defaultProvider: string | undefined;
  /** `defaultConfig.tracing`, the way before the Telemetry API. */
  readonly legacy: Fields;
  /** Percent where nobody says more: `PILOT_TRACE_SAMPLING`. */
  readonly sampling: number;
  /** Where policies and Telemetry hold for the whole mesh. */
  readonly rootNamespace: string;
  /** The text in the ConfigMap is no YAML: it says nothing. */
  readonly unreadable: boolean;
  /** Where the settings stand; undefined when there are none. */
  readonly at: Span | undefined;
}

/** An entry of `extensionProviders`. */
export interface Provider {
  readonly name: string;
  /** `opentelemetry`, `zipkin`, `envoyOtelAls`, … */
  readonly type: string;
  readonly settings: Fields;
  readonly at: Span | undefined;
}

/** What files write of it, else what a mesh has of itself. */
export function settingsOf(resources: readonly Resource[]): TelemetrySettings {
  const written = writtenMesh(resources);
  const mesh = written?.mesh ?? {};
  const isDemo = written?.operator?.profile === 'demo';
  const own = 'extensionProviders' in mesh ? fieldsList(mesh.extensionProviders).map(readProvider) : undefined;
  const [defaultProvider] = listOf(fields(mesh.defaultProviders).tracing);
  const sampling = written && (written.operator ? ofOperator(written.operator) : ofPlane(resources));
  return {
    mergeMetrics: mesh.enablePrometheusMerge !== false,
    enableTracing: mesh.enableTracing !== false,
    providers: own ?? (isDemo ? demoProviders : []),
    defaultProvider,
    legacy: fields(fields(mesh.defaultConfig).tracing),
    rootNamespace: text(mesh.rootNamespace) ?? rootNamespace,
    unreadable: written?.unreadable ?? false,
    sampling: sampling ?? (isDemo ? 100 : 1),
    at: written?.at,
  };
}

/** What the control plane of the cluster was started with. */
function ofPlane(resources: readonly Resource[]): number | undefined {
  const plane = resources.findLast(
    ({ kind, name, namespace }) => kind === 'Deployment' && name === 'istiod' && namespace === 'istio-system',
  );
  const containers = fieldsList(fields(fields(fields(fields(plane?.data).spec).template).spec).containers);
  const variables = containers.flatMap(({ env }) => fieldsList(env));
  return numeral(variables.find(({ name }) => name === 'PILOT_TRACE_SAMPLING')?.value);
}

/** What the installer starts it with. */
function ofOperator({ values, components }: Fields): number | undefined {
  const pilot = fields(fields(values).pilot);
  const environment = fieldsList(fields(fields(fields(components).pilot).k8s).env).find(
    ({ name }) => name === 'PILOT_TRACE_SAMPLING',
  );
  return [environment?.value, fields(pilot.env).PILOT_TRACE_SAMPLING, pilot.traceSampling]
    .map(numeral)
    .find((value) => value !== undefined);
}

function readProvider(entry: Fields): Provider {
  const type = Object.keys(entry).find((key) => key !== 'name') ?? '';
  return { name: text(entry.name) ?? '', type, settings: fields(own(entry, type)), at: spanOf(entry) };
}

/** Percent set for one proxy or all: `tracing.sampling`. */
export function samplingOf(tracing: Fields): number | undefined {
  return numeral(tracing.sampling);
}

/** A number of the mesh configuration, which may be written as a text. @see https://protobuf.dev/programming-guides/json/ */
export function numeral(value: unknown): number | undefined {
  return number(typeof value === 'string' && value.trim() !== '' ? Number(value) : value);
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** What the profile `demo` sets up. @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/ */
const demoProviders: readonly Provider[] = [
  ['otel-tracing', 'opentelemetry-collector.observability.svc.cluster.local'] as const,
  ['jaeger', 'jaeger-collector.istio-system.svc.cluster.local'] as const,
].map(([name, service]) => ({ name, type: 'opentelemetry', settings: { service, port: 4317 }, at: undefined }));
