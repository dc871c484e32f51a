import type { Span } from '../../../core/span.ts';
import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { withinRange } from '../hpa/range.ts';
import type { ClusterState, PodState } from '../state.ts';
import { isAssumed } from '../why/assumed.ts';
import { whyNotReady } from '../why/pods.ts';
import { replicasOf } from '../workloads/deployment.ts';
import { jobSize } from '../workloads/job.ts';
import { readyOf, statusOf } from './status.ts';

/** A pod as `kubectl get pods` and `kubectl describe` would tell it together. */
export interface PodDescription {
  readonly name: string;
  readonly node?: string;
  readonly phase: PodState['phase'];
  readonly ready: boolean;
  /** The column STATUS. */
  readonly status: string;
  /** Ready containers of all, sidecars included. */
  readonly containers: { readonly ready: number; readonly of: number };
  readonly restarts: number;
  /** Why it is not ready, the decision first that keeps it so; nothing for one that is ready or has done its work. */
  readonly why: readonly Hop[];
  /** It is only taken to be so: some process of it is not known here. */
  readonly assumed: boolean;
}

/** What makes pods, and the pods it has. */
export interface WorkloadDescription {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** How many pods it asks for; of a Job, how many must end well. */
  readonly wanted: number;
  /** How many are ready; of a Job, how many have ended well or are at work. */
  readonly ready: number;
  readonly pods: readonly PodDescription[];
  /** How many pods it tried to make and the API did not admit. */
  readonly refused: number;
  readonly at: Span;
}

const workloadKinds = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'Pod']);

/**
 * The workloads of a cluster at rest, in the order they were applied.
 * @param proxied whether a mesh adds a container to a pod that its manifest does not show
 */
export function workloadsOf(
  state: ClusterState,
  proxied: (pod: PodState) => boolean = () => false,
): readonly WorkloadDescription[] {
  const made = byOrigin(state.pods);
  const refused = byOrigin(state.rejected);
  return state.resources
    .filter(({ kind }) => workloadKinds.has(kind))
    .map((from) => {
      return describe(state, from, made.get(from) ?? [], refused.get(from)?.length ?? 0, proxied);
    });
}

function byOrigin<T extends { readonly from: Resource }>(things: readonly T[]): ReadonlyMap<Resource, readonly T[]> {
  const found = new Map<Resource, T[]>();
  for (const thing of things) {
    const same = found.get(thing.from);
    if (same) same.push(thing);
    else found.set(thing.from, [thing]);
  }
  return found;
}

function describe(
  state: ClusterState,
  from: Resource,
  pods: readonly PodState[],
  refused: number,
  proxied: (pod: PodState) => boolean,
): WorkloadDescription {
  const { kind, namespace = 'default', name, at } = from;
  const isDone = (pod: PodState) => kind === 'Job' && pod.phase === 'Succeeded';
  return {
    kind,
    namespace,
    name,
    at,
    refused,
    wanted: wantedBy(from, state, pods.length + refused),
    ready: pods.filter((pod) => pod.ready || isDone(pod)).length,
    pods: pods.map((pod) => describePod(state, pod, proxied(pod))),
  };
}

function wantedBy(from: Resource, { resources }: ClusterState, made: number): number {
  switch (from.kind) {
    case 'Pod':
      return 1;
    case 'DaemonSet':
      return made;
    case 'Job': {
      const { completions, parallelism } = jobSize(from);
      return parallelism === 0 ? 0 : (completions ?? parallelism);
    }
    default:
      return withinRange(from, replicasOf(from), resources);
  }
}

function describePod(state: ClusterState, pod: PodState, proxied: boolean): PodDescription {
  const { name, node, phase, ready, containers, initContainers } = pod;
  const restarts = [...initContainers, ...containers].reduce((sum, one) => sum + one.restarts, 0);
  return {
    name,
    ...(node !== undefined && { node }),
    phase,
    ready,
    status: statusOf(pod),
    containers: proxied ? withProxy(pod) : readyOf(pod),
    restarts,
    why: phase === 'Succeeded' ? [] : whyNotReady(state, pod),
    assumed: isAssumed(pod),
  };
}

/** The proxy runs as soon as the pod has a node and its init containers are through. */
function withProxy(pod: PodState): PodDescription['containers'] {
  const { ready, of } = readyOf(pod);
  const isUp = pod.ip !== '' && pod.containers.some(({ reason }) => reason !== 'PodInitializing');
  return { ready: ready + Number(isUp), of: of + 1 };
}
