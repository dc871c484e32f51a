import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';

export interface Named {
  readonly name: string;
  readonly namespace: string;
}

export interface Port {
  readonly number: number;
  readonly name?: string;
}

export interface ServiceNames extends Named {
  readonly ports: readonly Port[];
}

/** Every name that the objects of a world can be called by. */
export interface Names {
  readonly services: readonly ServiceNames[];
  /** Hosts that no Service of the cluster has: of ServiceEntries and gateways. */
  readonly hosts: readonly string[];
  readonly subsets: readonly { readonly host: string; readonly name: string; readonly namespace: string }[];
  readonly namespaces: readonly string[];
  readonly serviceAccounts: readonly Named[];
  readonly gateways: readonly Named[];
  readonly workloads: readonly (Named & { readonly kind: string })[];
  readonly secrets: readonly Named[];
  readonly configMaps: readonly Named[];
  readonly claims: readonly Named[];
  /** Ports of containers. */
  readonly containerPorts: readonly Port[];
  /** Values that each label has, on objects or in selectors. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** What the last reading of a file gave: a file that is being typed can seldom be read. */
export type Readings = Map<string, readonly Resource[]>;

/** The names of a world, of each file as it could last be read. */
export function namesIn(sources: readonly Source[], before: Readings): Names {
  return namesOf(sources.flatMap((source) => resourcesOf(source, before)));
}

function resourcesOf(source: Source, before: Readings): readonly Resource[] {
  const file = parseYaml(source);
  const resources =
    file.findings.length > 0 ? (before.get(source.path) ?? []) : readManifests(file, 'answer').resources;
  before.set(source.path, resources);
  return resources;
}

const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob']);

export function namesOf(resources: readonly Resource[]): Names {
  const of = (...kinds: readonly string[]) => resources.filter(({ kind, name }) => kinds.includes(kind) && name !== '');
  const called = (...kinds: readonly string[]): readonly Named[] => of(...kinds).map(named);
  const pods = resources.flatMap(podSpecs);
  const accounts = pods.flatMap(({ spec, namespace }) => {
    const name = textAt(spec, 'serviceAccountName');
    return name === undefined ? [] : [{ name, namespace }];
  });
  return {
    services: of('Service').map((one) => ({
      ...named(one),
      ports: listAt(one.data, 'spec', 'ports').flatMap(portOf('port')),
    })),
    hosts: unique(
      [
        ...of('ServiceEntry').flatMap((one) => listAt(one.data, 'spec', 'hosts')),
        ...of('Gateway').flatMap(gatewayHosts),
      ].filter(isText),
    ),
    subsets: of('DestinationRule').flatMap((one) =>
      listAt(one.data, 'spec', 'subsets').flatMap((subset) => {
        const [host, name] = [textAt(one.data, 'spec', 'host'), textAt(subset, 'name')];
        return host === undefined || name === undefined ? [] : [{ host, name, namespace: one.namespace ?? 'default' }];
      }),
    ),
    namespaces: unique([
      ...of('Namespace').map(({ name }) => name),
      ...resources.flatMap(({ namespace }) => namespace ?? []),
    ]),
    serviceAccounts: uniqueNamed([...called('ServiceAccount'), ...accounts]),
    gateways: called('Gateway'),
    workloads: of(...workloadKinds).map((one) => ({ ...named(one), kind: one.kind })),
    secrets: called('Secret'),
    configMaps: called('ConfigMap'),
    claims: called('PersistentVolumeClaim'),
    containerPorts: pods
      .flatMap(({ spec }) => listAt(spec, 'containers'))
      .flatMap((container) => listAt(container, 'ports'))
      .flatMap(portOf('containerPort')),
    labels: labelsOf(resources),
  };
}

const named = ({ name, namespace }: Resource): Named => ({ name, namespace: namespace ?? 'default' });

/** The specs of the pods that an object makes, with their namespace. */
function podSpecs({
  kind,
  data,
  namespace = 'default',
}: Resource): readonly { readonly spec: unknown; readonly namespace: string }[] {
  if (kind === 'Pod') return [{ spec: fieldAt(data, 'spec'), namespace }];
  if (kind === 'CronJob')
    return [{ spec: fieldAt(data, 'spec', 'jobTemplate', 'spec', 'template', 'spec'), namespace }];
  return workloadKinds.has(kind) ? [{ spec: fieldAt(data, 'spec', 'template', 'spec'), namespace }] : [];
}

function gatewayHosts({ data }: Resource): readonly unknown[] {
  const istio = listAt(data, 'spec', 'servers').flatMap((server) => listAt(server, 'hosts'));
  return [...istio, ...listAt(data, 'spec', 'listeners').map((listener) => fieldAt(listener, 'hostname'))];
}

const portOf =
  (field: string) =>
  (port: unknown): readonly Port[] => {
    const number = fieldAt(port, field);
    const name = textAt(port, 'name');
    return typeof number === 'number' ? [{ number, ...(name !== undefined && { name }) }] : [];
  };

function labelsOf(resources: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const places = [
    ['metadata', 'labels'],
    ['spec', 'template', 'metadata', 'labels'],
    ['spec', 'selector', 'matchLabels'],
    ['spec', 'selector'],
  ];
  for (const { data } of resources) {
    for (const place of places) {
      const labels = fieldAt(data, ...place);
      if (!isBlock(labels)) continue;
      for (const [label, value] of Object.entries(labels)) {
        if (typeof value === 'string') found.set(label, (found.get(label) ?? new Set()).add(value));
      }
    }
  }
  return new Map([...found].map(([label, values]) => [label, [...values].sort()]));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner: unknown, name) => (isBlock(inner) ? own(inner, name) : undefined), value);
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = fieldAt(value, ...path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = fieldAt(value, ...path);
  return Array.isArray(list) ? list : [];
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const uniqueNamed = (all: readonly Named[]): readonly Named[] => [
  ...new Map(all.map((one) => [`${one.namespace}/${one.name}`, one])).values(),
];
