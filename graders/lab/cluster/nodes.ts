import type { Resource } from '../../model/manifests/manifests.ts';
import { nodeIp } from './addresses.ts';
import { textMap } from './read.ts';
import type { NodeState } from './state.ts';

/** The machines of a world: its Node objects, or three of the usual kind where it names none. */
export function nodesOf(resources: readonly Resource[]): readonly NodeState[] {
  const written = resources.filter(({ group, kind }) => group === '' && kind === 'Node');
  if (written.length === 0) return usual;
  return written.map(({ name, metadata }, index) => ({
    name,
    labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', ...textMap(metadata.labels) },
    ip: nodeIp(index),
  }));
}

const usual: readonly NodeState[] = ['node-1', 'node-2', 'node-3'].map((name, index) => ({
  name,
  labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' },
  ip: nodeIp(index),
}));
