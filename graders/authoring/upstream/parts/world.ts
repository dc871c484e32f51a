import type { JsonObject } from '../../../core/json.ts';
import { type ClusterState, settle } from '../../../lab/cluster/index.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';

/** A Service whose ports lead to ports of the pods with the same numbers. */
export interface Service {
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly number[];
}

/** Fields that are there; absent ones leave no trace. */
export const fields = (made: object): JsonObject => JSON.parse(JSON.stringify(made)) as JsonObject;

/** A namespace whose pods get a sidecar. */
export const meshed = (name: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'istio-injection': 'enabled' } },
});

/** @param protocol what the names of its ports say */
export const service = ({ name, namespace, ports }: Service, protocol = 'http'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: { app: name }, ports: ports.map((port) => ({ name: `${protocol}-${port}`, port })) },
});

/** @param container what its container says beside its name and image */
export const pod = (
  name: string,
  namespace: string,
  labels: Readonly<Record<string, string>>,
  container: JsonObject = {},
): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels },
  spec: { containers: [{ name: 'app', image: 'example/app:1', ...container }] },
});

/** What Timonel reads of some objects. */
export function readObjects(objects: readonly unknown[]): readonly Resource[] {
  const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
  return readManifests(parseYaml({ path: 'a.yaml', text }), 'given').resources;
}

/** The cluster that some objects make, at rest. */
export const stateOf = (objects: readonly unknown[]): ClusterState => settle(readObjects(objects)).state;
