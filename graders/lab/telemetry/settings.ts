import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList, number } from '../../model/mesh/fields.ts';
import { text } from '../../model/workloads/values.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { rootNamespace } from '../istio/index.ts';

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

interface Source {
  readonly mesh: Fields;
  readonly sampling: number | undefined;
  readonly demo: boolean;
  readonly unreadable: boolean;
  readonly at: Span;
}

/**
 * Reads the mesh configuration: the ConfigMap `istio` that `istiod` watches, else the installer's input file
 * (`IstioOperator`, with the same block under `spec.meshConfig` or `spec.values.meshConfig`).
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function settingsOf(resources: readonly Resource[]): TelemetrySettings {
  const source = fromConfigMap(resources) ?? fromOperator(resources);
  const mesh = source?.mesh ?? {};
  const own = 'extensionProviders' in mesh ? fieldsList(mesh.extensionProviders).map(readProvider) : undefined;
  const [defaultProvider] = listOf(fields(mesh.defaultProviders).tracing);
  return {
    mergeMetrics: mesh.enablePrometheusMerge !== false,
    enableTracing: mesh.enableTracing !== false,
    providers: own ?? (source?.demo ? demoProviders : []),
    defaultProvider,
    legacy: fields(fields(mesh.defaultConfig).tracing),
    rootNamespace: text(mesh.rootNamespace) ?? rootNamespace,
    unreadable: source?.unreadable ?? false,
    sampling: source?.sampling ?? (source?.demo ? 100 : 1),
    at: source?.at,
  };
}

function fromConfigMap(resources: readonly Resource[]): Source | undefined {
  const map = resources.findLast(
    ({ kind, name, namespace }) => kind === 'ConfigMap' && name === 'istio' && namespace === 'istio-system',
  );
  const written = text(fields(fields(map?.data).data).mesh);
  if (!map || written === undefined) return undefined;
  const { documents, findings } = parseYaml({ path: map.at.path, text: written });
  const mesh = unlocated(fields(documents[0]?.value));
  const at = fieldSpan(map, 'data', 'mesh');
  return { mesh, sampling: ofPlane(resources), demo: false, unreadable: findings.length > 0, at };
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

/** The text inside the ConfigMap has its own lines: its places would point at the wrong ones. */
function unlocated(value: Fields): Fields {
  return fields(JSON.parse(JSON.stringify(value)));
}

function fromOperator(resources: readonly Resource[]): Source | undefined {
  const operator = resources.findLast(({ kind }) => kind === 'IstioOperator');
  if (!operator) return undefined;
  const spec = fields(fields(operator.data).spec);
  const values = fields(spec.values);
  const pilot = fields(values.pilot);
  const environment = fieldsList(fields(fields(fields(spec.components).pilot).k8s).env).find(
    ({ name }) => name === 'PILOT_TRACE_SAMPLING',
  );
  const sampling = [environment?.value, fields(pilot.env).PILOT_TRACE_SAMPLING, pilot.traceSampling]
    .map(numeral)
    .find((value) => value !== undefined);
  return {
    mesh: { ...fields(values.meshConfig), ...fields(spec.meshConfig) },
    sampling,
    demo: spec.profile === 'demo',
    unreadable: false,
    at: fieldSpan(operator, 'spec', 'meshConfig'),
  };
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
