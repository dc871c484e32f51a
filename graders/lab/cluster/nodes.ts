import type { INode } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { nodeIp } from './addresses.ts';
import { quantity } from './quantity.ts';
import { list, text, textMap } from './read.ts';
import type { NodeState, Taint } from './state.ts';

/** The machines of a world: its Node objects, or three of the usual kind, as large as they come, where it names none. */
export function nodesOf(resources: readonly Resource[]): readonly NodeState[] {
  const written = resources.filter(({ group, kind }) => group === '' && kind === 'Node') as Resource<Partial<INode>>[];
  return written.length > 0 ? written.map(nodeState) : usual;
}

/** A node as its kubelet registers it, with the labels every node has. */
export function newNode(name: string, index: number, more: Partial<NodeState> = {}): NodeState {
  const labels = {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    ...more.labels,
  };
  return { name, ip: nodeIp(index), taints: [], unschedulable: false, allocatable: {}, ...more, labels };
}

/** More than the largest machine one can rent: what does not fit here fits nowhere. */
const largest = { cpu: 4096, memory: 2 ** 46 };

const usual: readonly NodeState[] = ['node-1', 'node-2', 'node-3'].map((name, index) =>
  newNode(name, index, { allocatable: largest }),
);

function nodeState({ name, metadata, data }: Resource<Partial<INode>>, index: number): NodeState {
  const { allocatable, capacity, addresses } = data.status ?? {};
  const internal = text(list(addresses).find((one) => one?.type === 'InternalIP')?.address);
  return newNode(name, index, {
    ...(internal !== undefined && { ip: internal }),
    labels: textMap(metadata.labels),
    taints: list(data.spec?.taints).map(readTaint),
    unschedulable: data.spec?.unschedulable === true,
    allocatable: amounts(allocatable ?? capacity),
  });
}

function readTaint({ key, value, effect }: { key?: unknown; value?: unknown; effect?: unknown }): Taint {
  return { key: text(key) ?? '', value: text(value) ?? '', effect: (text(effect) ?? 'NoSchedule') as Taint['effect'] };
}

/** A map of quantities in base units; what is no quantity is left out. */
export function amounts(value: unknown): Readonly<Record<string, number>> {
  return typeof value !== 'object' || value === null || Array.isArray(value) ? {} : amountsOf(value);
}

/** Read once: every pod of a template, and whoever admits, places or counts it, asks for the same. */
const amountsOf = memo(
  (written: object): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(written).flatMap(([name, value]) => {
        const amount = quantity(value);
        return amount === undefined ? [] : [[name, amount]];
      }),
    ),
);
