import { textAt } from '../../../../core/fields.ts';
import type { Json } from '../../../../core/json.ts';
import { settle } from '../../../../lab/cluster/index.ts';
import { openMesh, send } from '../../../../lab/istio/index.ts';
import { readManifests } from '../../../../model/manifests/read.ts';
import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import type { Part } from '../../part.ts';
import { type Input, make, questions, type Server } from './make.ts';

/** What a connection begins with, by the modes of both ends that the lab tells. */
function answer({ servers, configs, client, calls }: Input): Json {
  const objects = [...worldOf(servers, client), ...configs];
  const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
  const { resources } = readManifests(parseYaml({ path: 'a.yaml', text }), 'given');
  const mesh = openMesh(settle(resources).state);
  return calls.map(({ server }) => {
    const { name, namespace, port } = servers[server] as Server;
    const url = `http://${name}.${namespace}:${port}/`;
    const { hops, outcome } = send(mesh, { from: `${client.namespace}/caller`, url });
    const told = hops.find(({ stage }) => stage === 'tls');
    if (outcome.refusal === 'cluster-not-found') return 'no cluster';
    if (!told) return `no connection: ${outcome.refusal ?? ''}`;
    return begins(textAt(told.data, 'client') ?? '', textAt(told.data, 'server') ?? '');
  });
}

/** Left to itself, a sidecar uses mutual TLS wherever the other end takes it. */
function begins(client: string, server: string): string {
  if (client === 'auto') return server === 'none' || server === 'DISABLE' ? 'nothing' : 'mesh';
  const of: Readonly<Record<string, string>> = { ISTIO_MUTUAL: 'mesh', SIMPLE: 'tls', MUTUAL: 'certificate' };
  return Object.hasOwn(of, client) ? (of[client] as string) : 'nothing';
}

function worldOf(servers: readonly Server[], client: Input['client']): readonly Json[] {
  const pod = (name: string, namespace: string, labels: Json, port?: number): Json => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: { containers: [{ name: 'app', image: 'example/app:1', ...(port && { ports: [{ containerPort: port }] }) }] },
  });
  return [
    ...['shop', 'other'].map((name) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'istio-injection': 'enabled' } },
    })),
    ...servers.flatMap(({ name, namespace, port, target, versions }): Json[] => [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace },
        spec: { selector: { app: name }, ports: [{ name: `http-${port}`, port, targetPort: target }] },
      },
      ...versions.map((version) => {
        const inject = version.sidecar ? {} : { 'sidecar.istio.io/inject': 'false' };
        return pod(`${name}-${version.name}`, namespace, { app: name, version: version.name, ...inject }, target);
      }),
    ]),
    pod('caller', client.namespace, client.labels),
  ];
}

export const istioClientTls: Part = {
  name: 'istio-client-tls',
  what: 'with which TLS the sidecar of a client begins, by its DestinationRules and the modes of the servers',
  upstream: 'https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/cluster_tls.go',
  questions,
  make,
  answer,
  // The name that the connection asks for is compared where routes are.
  heard: (said: readonly string[]) => said.map((one) => one.replace(/^(mesh|tls|certificate) .*$/, '$1')),
  kindOf: (_: Input, ours: readonly string[], theirs: readonly string[]) =>
    [
      ...new Set(
        ours.flatMap((one, index) => {
          const other = theirs[index]?.replace(/^(mesh|tls|certificate) .*$/, '$1') ?? '';
          return one === other ? [] : [`${one} here, ${other} there`];
        }),
      ),
    ].join('; '),
  deviations: [],
};
