import { memo } from '../../../core/memo.ts';
import { nodesOf } from '../nodes.ts';
import type { ClusterState, PodState } from '../state.ts';
import { nextMoment } from './advance.ts';
import { optionsOf } from './images.ts';
import type { LiveCluster, LiveEvent, LivePod } from './live.ts';
import { lookAt, type PodLook } from './look.ts';
import { podResource, sameSince, until } from './objects.ts';
import { podEvents as eventsOfPod } from './pod-events.ts';

/** A pod as somebody sees it at one instant. */
export interface PodView {
  readonly pod: PodLook;
  readonly live: LivePod;
  /** It was deleted and its processes are ending. */
  readonly terminating: boolean;
}

/** The pods there are at an instant, those that are ending too, in the order in which they were made. */
export function podsAt(cluster: LiveCluster, clock: number): readonly PodView[] {
  return podsNow(sameSince(until(cluster, clock)));
}

const podsNow = memo((now: LiveCluster): readonly PodView[] =>
  [...now.pods.values()].map((live) => ({
    live,
    pod: lookAt(live, now.clock),
    terminating: live.deleting !== undefined,
  })),
);

/** The cluster at an instant, for whatever asks for a state: a pod that is ending takes no more requests and is left out. */
export function stateAt(cluster: LiveCluster, clock: number): ClusterState {
  return stateNow(until(cluster, clock));
}

const stateNow: (now: LiveCluster) => ClusterState = memo((now) => {
  const since = sameSince(now);
  return since === now ? stateOf(now) : { ...stateNow(since), clock: now.clock };
});

function stateOf(now: LiveCluster): ClusterState {
  const present = new Map(now.resources.map((one) => [`${one.kind}/${one.namespace}/${one.name}`, one]));
  const views = podsNow(now).filter(({ terminating }) => !terminating);
  const bare = [...now.pods.values()].filter(({ owner }) => !owner).map(podResource);
  const pods = views.map(({ pod }): PodState => {
    const from = present.get(`${pod.from.kind}/${pod.from.namespace}/${pod.from.name}`) ?? pod.from;
    return from === pod.from ? pod : { ...pod, from };
  });
  return {
    clock: now.clock,
    resources: [...now.resources, ...bare],
    nodes: nodesOf(now.resources),
    pods,
    ...(now.hooks.inject && { asCreated: true as const }),
    rejected: [...now.objects.values()].flatMap(({ memory, resource }) =>
      memory?.refused ? [{ from: resource, hop: memory.refused.hop }] : [],
    ),
  };
}

/** When something changes next by itself; undefined when everything is at rest. */
export function nextChange(cluster: LiveCluster, clock: number): number | undefined {
  const next = nextMoment(until(cluster, clock));
  return Number.isFinite(next) ? next : undefined;
}

/** Seconds for which the API server keeps an event. */
const kept = 3600;

/**
 * The events there are at an instant, in the order in which they were last seen: what controllers recorded, and what the
 * scheduler and the kubelets say of each pod.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
 */
export function eventsAt(cluster: LiveCluster, clock: number): readonly LiveEvent[] {
  const now = until(cluster, clock);
  return inOrder(now, now.events, [...now.pods.values()]);
}

/** The events of one object, by its uid. */
export function eventsAbout(cluster: LiveCluster, uid: string, clock: number): readonly LiveEvent[] {
  const now = until(cluster, clock);
  const isAbout = ({ about }: LiveEvent) => about.uid === uid;
  const pods = [...now.pods.values()].filter((pod) => pod.uid === uid);
  return inOrder(now, now.events.filter(isAbout), pods).filter(isAbout);
}

function inOrder(now: LiveCluster, recorded: readonly LiveEvent[], pods: readonly LivePod[]): readonly LiveEvent[] {
  const ofPods = pods.flatMap((pod) => eventsOfPod(pod, now.clock, optionsOf(now)));
  return [...recorded, ...ofPods]
    .filter(({ last }) => last > now.clock - kept)
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.last - b.event.last || a.index - b.index)
    .map(({ event }) => event);
}
