import { textAt } from '../../../../core/fields.ts';
import type { Json } from '../../../../core/json.ts';
import { own } from '../../../../core/own.ts';
import { openMesh, send } from '../../../../lab/istio/index.ts';
import type { Part } from '../../part.ts';
import { meshed, pod, stateOf } from '../world.ts';
import { type Input, make, questions, type Server } from './make.ts';

/** What a connection begins with, by the modes of both ends that the lab tells. */
function answer({ servers, configs, client, calls }: Input): Json {
  const mesh = openMesh(stateOf([...worldOf(servers, client), ...configs]));
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
  return own(of, client) ?? 'nothing';
}

function worldOf(servers: readonly Server[], client: Input['client']): readonly Json[] {
  return [
    ...['shop', 'other'].map(meshed),
    ...servers.flatMap(({ name, namespace, port, target, versions }): Json[] => [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace },
        spec: { selector: { app: name }, ports: [{ name: `http-${port}`, port, targetPort: target }] },
      },
      ...versions.map((version) => {
        const inject = version.sidecar ? {} : { 'sidecar.istio.io/inject': 'false' };
        const labels = { app: name, version: version.name, ...inject };
        return pod(`${name}-${version.name}`, namespace, labels, { ports: [{ containerPort: target }] });
      }),
    ]),
    pod('caller', client.namespace, client.labels),
  ];
}

/** The name that a connection asks for is compared where routes are. */
const heard = (said: readonly string[]): readonly string[] =>
  said.map((one) => one.replace(/^(mesh|tls|certificate) .*$/, '$1'));

export const istioClientTls: Part = {
  name: 'istio-client-tls',
  what: 'with which TLS the sidecar of a client begins, by its DestinationRules and the modes of the servers',
  upstream: 'https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/cluster_tls.go',
  questions,
  make,
  answer,
  heard,
  kindOf: (_: Input, ours: readonly string[], theirs: readonly string[]) => {
    const others = heard(theirs);
    const apart = ours.flatMap((one, index) =>
      one === others[index] ? [] : [`${one} here, ${others[index] ?? ''} there`],
    );
    return [...new Set(apart)].join('; ');
  },
  deviations: [],
};
