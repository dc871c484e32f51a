import { parse, stringify } from 'yaml';
import { remembered } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { LinkerdSetup } from '../mesh.ts';
import type { LinkerdCall } from '../traffic/call.ts';

/** One case of a conformance table: some objects on top of a world, and what becomes of calls through them. */
export interface TableCase {
  readonly name: string;
  /** The upstream page the case is written from. */
  readonly see: string;
  readonly resources: readonly Resource[];
  readonly setup: LinkerdSetup;
  readonly calls: readonly string[];
}

interface RawTable {
  readonly world: string;
  readonly see: string;
  readonly cases: readonly {
    readonly name: string;
    readonly see?: string;
    /** `Kind namespace/name` or `Kind.group namespace/name` with its spec, or with its annotations alone to annotate an object of the world. */
    readonly config?: readonly Record<string, Record<string, unknown>>[];
    readonly setup?: LinkerdSetup;
    readonly calls: readonly string[];
  }[];
}

/** @param worldText the YAML of the world a table names */
export function readTable(text: string, worldText: (world: string) => string): readonly TableCase[] {
  const { world, see, cases } = parse(text) as RawTable;
  return cases.map(({ name, see: own = see, config = [], setup = {}, calls }) => ({
    name,
    see: own,
    setup,
    calls,
    resources: [...given(annotated(worldText(world), config)), ...objects(config.map(writeOut).join(''))],
  }));
}

/** Most cases stand on their world as it is. */
const given = remembered(8, objects, 100_000);

function objects(text: string): readonly Resource[] {
  if (text === '') return [];
  const { resources, findings } = readManifests(parseYaml({ path: 'case.yaml', text }), 'given');
  const [first] = findings;
  if (first) throw new Error(`${first.id} ${JSON.stringify(first.data)}\n${text}`);
  return resources;
}

/** The world with the annotations of `annotate: { Kind namespace/name: {…} }` merged in. */
function annotated(text: string, config: readonly Record<string, Record<string, unknown>>[]): string {
  const wanted = new Map(config.flatMap((one) => Object.entries((one.annotate ?? {}) as Record<string, object>)));
  if (wanted.size === 0) return text;
  return text
    .split('\n---\n')
    .map((document) => {
      const object = parse(document) as {
        kind: string;
        metadata: { name: string; namespace?: string; annotations?: object };
      };
      const { name, namespace } = object.metadata;
      const more = wanted.get(`${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
      if (more) object.metadata.annotations = { ...object.metadata.annotations, ...more };
      return `${stringify(object)}---\n`;
    })
    .join('');
}

const versions: Readonly<Record<string, string>> = {
  Server: 'policy.linkerd.io/v1beta3',
  ServerAuthorization: 'policy.linkerd.io/v1beta1',
  HTTPRoute: 'policy.linkerd.io/v1beta3',
  'HTTPRoute.gateway.networking.k8s.io': 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  ServiceProfile: 'linkerd.io/v1alpha2',
  Pod: 'v1',
  Service: 'v1',
};

function writeOut(one: Record<string, Record<string, unknown>>): string {
  const [[key, spec]] = Object.entries(one) as [[string, Record<string, unknown>]];
  if (key === 'annotate') return '';
  const [kind = '', where = ''] = key.split(' ');
  const [namespace, name] = where.split('/');
  const { $annotations: annotations, ...rest } = spec;
  const metadata = { name, namespace, ...(annotations ? { annotations } : {}) };
  const apiVersion = own(versions, kind) ?? 'policy.linkerd.io/v1alpha1';
  return `${JSON.stringify({ apiVersion, kind: kind.split('.')[0], metadata, spec: rest })}\n---\n`;
}

/** `tienda/web POST http://api/x [a: b] -> …`: who asks for what, and what becomes of it. */
export function readCall(line: string): { readonly call: LinkerdCall; readonly expected: string } {
  const [, from = '', method, url = '', headers, expected = ''] =
    /^(\S+) (?:([A-Z]+) )?(\S+:\/\/\S+)(?: \[(.*?)\])? -> (.*)$/.exec(line) ?? [];
  if (url === '') throw new Error(`not a call: ${line}`);
  const pairs = (headers ?? '').split(', ').filter((pair) => pair !== '');
  const read = Object.fromEntries(pairs.map((pair) => pair.split(': ') as [string, string]));
  return { call: { from, url, ...(method && { method }), headers: read }, expected };
}
