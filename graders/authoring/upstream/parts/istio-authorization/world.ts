import type { JsonObject } from '../../../../core/json.ts';
import { type ClusterState, settle } from '../../../../lab/cluster/index.ts';
import { readObjects } from '../world.ts';

/** Who comes to the server; without account, those that have no proxy. */
export interface Client {
  readonly namespace: string;
  readonly name: string;
  readonly account?: string;
}

export const clients: readonly Client[] = [
  { namespace: 'shop', name: 'web', account: 'web' },
  { namespace: 'shop', name: 'api', account: 'default' },
  { namespace: 'other', name: 'movil', account: 'web' },
  { namespace: 'legacy', name: 'viejo' },
];

/** The server, the ports of its Service, and of its pods. */
export const server = {
  namespace: 'shop',
  name: 'orders',
  labels: { app: 'orders', version: 'v1' },
  ports: [
    { name: 'http', port: 80, targetPort: 8080 },
    { name: 'http-admin', port: 8081, targetPort: 8081 },
    { name: 'tcp-db', port: 9000, targetPort: 9000 },
  ],
} as const;

const pod = (name: string, namespace: string, labels: object, serviceAccountName = 'default') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels },
  spec: { serviceAccountName, containers: [{ name: 'app', image: 'example/app:1' }] },
});

const world = [
  ...['shop', 'other', 'legacy'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, ...(name !== 'legacy' && { labels: { 'istio-injection': 'enabled' } }) },
  })),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: server.name, namespace: server.namespace },
    spec: { selector: { app: server.name }, ports: server.ports },
  },
  pod(server.name, server.namespace, server.labels),
  ...clients.map(({ name, namespace, account }) => pod(name, namespace, { app: name }, account)),
];

/** The server and its clients, with what Istio is told. */
export function stateOf(configs: readonly JsonObject[]): ClusterState {
  return settle(readObjects([...world, ...configs])).state;
}
