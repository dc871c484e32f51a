import type { Resource } from '../../../model/manifests/manifests.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';

/** A machine of a local cluster. */
export interface LocalNode {
  readonly name: string;
  readonly controlPlane: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  /** Its address in the network of Docker; one of the lab's when omitted. */
  readonly ip?: string;
}

/**
 * The Node objects of a local cluster, as large as a learner's machine. The control plane takes no pods where there are
 * other nodes, as kubeadm sets it up.
 */
export function nodeObjects(nodes: readonly LocalNode[]): readonly Resource[] {
  const documents = nodes.map(({ name, controlPlane, labels = {}, ip }) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        ...(controlPlane && { 'node-role.kubernetes.io/control-plane': '' }),
        ...labels,
      },
    },
    ...(controlPlane &&
      nodes.length > 1 && {
        spec: { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] },
      }),
    status: {
      capacity: size,
      allocatable: size,
      ...(ip !== undefined && {
        addresses: [
          { type: 'InternalIP', address: ip },
          { type: 'Hostname', address: name },
        ],
      }),
    },
  }));
  const text = documents.map((one) => JSON.stringify(one)).join('\n---\n');
  return readManifests(parseYaml({ path: 'nodes', text }), 'given').resources;
}

const size = { cpu: '8', memory: '16Gi', pods: '110', 'ephemeral-storage': '100Gi' };
