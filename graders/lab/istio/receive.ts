import { own } from '../../core/own.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { assumptions, type Endpoint, type PodState } from '../cluster/index.ts';
import { hops } from './hops.ts';
import type { Authorization, ClusterPolicy, Destination, Failure } from './outcome.ts';

/** What becomes of part of the traffic. */
export type Leg = ({ readonly destination: Destination } | { readonly failure: Failure }) & {
  /** What the server's proxy decided, where one did. */
  readonly authorization?: Authorization;
  /** What a rule says about the destination. */
  readonly cluster?: ClusterPolicy;
};

/** Pods that are alike for a request: same workload, same port, same labels. */
export interface Group {
  readonly pods: readonly [PodState, ...PodState[]];
  readonly port: number;
  readonly share: number;
  /** The application listens on a socket of the file system, which is taken to be there. */
  readonly socket?: boolean;
}

/**
 * The workloads behind a set of endpoints. Endpoints are chosen evenly in the long run (least request between healthy,
 * equally fast pods), so each workload gets its part of the number of endpoints.
 * @see https://istio.io/latest/docs/concepts/traffic-management/#load-balancing-options
 */
export function groupsOf(endpoints: readonly Endpoint[], share: number): readonly Group[] {
  const groups = new Map<string, { pods: [PodState, ...PodState[]]; port: number }>();
  for (const { pod, port } of endpoints) {
    const key = `${pod.namespace}/${pod.workload.kind}/${pod.workload.name}/${port}`;
    const group = groups.get(key);
    if (group) group.pods.push(pod);
    else groups.set(key, { pods: [pod], port });
  }
  return [...groups.values()].map(({ pods, port }) => ({
    pods,
    port,
    share: (share * pods.length) / endpoints.length,
  }));
}

/** Whether a process of the pod answers on a port. */
export function listensOn(pod: PodState, port: number): boolean {
  return [...pod.containers, ...pod.initContainers].some(({ listens }) => listens === 'any' || listens.includes(port));
}

/** The last step: the application, if anybody listens. */
export function deliver(
  group: Group,
  about: Omit<Destination, 'workload' | 'namespace' | 'port' | 'share' | 'labels'>,
  proxied: boolean,
  say: (hop: Hop) => void,
): Leg {
  const [pod] = group.pods;
  const { port, share } = group;
  const where = { resource: refOf(pod.from), at: pod.at };
  const workload = pod.workload.name;
  if (!group.socket && !listensOn(pod, port)) {
    const listens = pod.containers.flatMap((container) => (container.listens === 'any' ? [] : container.listens));
    say(hop(hops, 'endpoint', 'nothingListens', { workload, port, listens }, where));
    const broken = { refusal: 'connection-refused', host: about.host, workload, share } as const;
    return { failure: proxied ? { ...broken, flag: 'UF', status: 503 } : broken };
  }
  const assumed = group.socket ? [] : assumptionsOf(group);
  for (const one of assumed) say(one);
  const percent = Math.round(share * 1000) / 10;
  say(hop(hops, 'endpoint', 'delivered', { percent, workload, port, n: group.pods.length }, where));
  return {
    destination: {
      ...about,
      workload,
      namespace: pod.namespace,
      port,
      share,
      ...(assumed.length > 0 && { assumed: true }),
      labels: commonLabels(group.pods),
    },
  };
}

/** What is only taken to be so of the pods of a group, each container once. */
function assumptionsOf({ pods, port }: Group): readonly Hop[] {
  const told = pods.flatMap((pod) => assumptions(pod, port));
  return told.filter(
    ({ message, at }, index) => told.findIndex((one) => one.message === message && one.at === at) === index,
  );
}

function commonLabels(pods: readonly PodState[]): Readonly<Record<string, string>> {
  const [first, ...others] = pods;
  return Object.fromEntries(
    Object.entries(first?.labels ?? {}).filter(([key, value]) =>
      others.every(({ labels }) => own(labels, key) === value),
    ),
  );
}
