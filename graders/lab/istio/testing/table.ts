import { parse } from 'yaml';
import { remembered } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';

/** One case of a conformance table: some objects on top of a world, and what becomes of requests through them. */
export interface TableCase {
  readonly file: string;
  readonly name: string;
  /** The upstream page the case is written from. */
  readonly see: string;
  readonly resources: readonly Resource[];
  readonly requests: readonly string[];
}

interface RawTable {
  readonly world: string;
  readonly see: string;
  readonly cases: readonly {
    readonly name: string;
    readonly see?: string;
    /** `Kind`, or `Kind namespace/name`, with its spec. */
    readonly config?: readonly Record<string, unknown>[];
    readonly requests: readonly string[];
  }[];
}

/**
 * Reads a table.
 * @param worldText the YAML of the world a table names
 */
export function readTable(file: string, text: string, worldText: (world: string) => string): readonly TableCase[] {
  const { world, see, cases } = parse(text) as RawTable;
  const given = worlds(JSON.stringify([`worlds/${world}.yaml`, worldText(world)]));
  return cases.map(({ name, see: own = see, config = [], requests }) => ({
    file,
    name,
    see: own,
    resources: [...given, ...manifests('config.yaml', config.map(writeOut).join('\n---\n'), 'answer')],
    requests,
  }));
}

/** Many tables stand on one world, which is asked for by its path and its text. */
const worlds = remembered(
  16,
  (asked) => {
    const [path, text] = JSON.parse(asked) as [string, string];
    return manifests(path, text, 'given');
  },
  100_000,
);

function manifests(path: string, text: string, origin: 'given' | 'answer'): readonly Resource[] {
  const { resources, findings } = readManifests(parseYaml({ path, text }), origin);
  const [first] = findings.filter(({ message }) => message !== 'empty');
  if (first) throw new Error(`${path}: ${first.id} ${JSON.stringify(first.data)}\n${text}`);
  return resources;
}

const groups: Readonly<Record<string, string>> = {
  PeerAuthentication: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  AuthorizationPolicy: 'security.istio.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  TLSRoute: 'gateway.networking.k8s.io/v1',
  Secret: 'v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  K8sGateway: 'gateway.networking.k8s.io/v1',
  ReferenceGrant: 'gateway.networking.k8s.io/v1beta1',
  NetworkPolicy: 'networking.k8s.io/v1',
  IstioOperator: 'install.istio.io/v1alpha1',
  Service: 'v1',
  Namespace: 'v1',
  Deployment: 'apps/v1',
};

/** `{ 'VirtualService shop/a': spec }` as a manifest. */
function writeOut(short: Record<string, unknown>, index: number): string {
  const [[key, spec]] = Object.entries(short) as [[string, unknown]];
  const [kind = '', where = `shop/x${index}`] = key.split(' ');
  const [namespace, name] = where.split('/');
  const apiVersion = own(groups, kind) ?? 'networking.istio.io/v1';
  const { $labels: labels, $annotations: annotations, ...rest } = (spec ?? {}) as Record<string, unknown>;
  const metadata = {
    name,
    ...(namespace ? { namespace } : {}),
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
  };
  return JSON.stringify({ apiVersion, kind: kind.replace('K8s', ''), metadata, spec: rest });
}
