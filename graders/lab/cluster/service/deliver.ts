import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { hops } from '../hops.ts';
import { connect } from '../network/connect.ts';
import { partyOf } from '../network/party.ts';
import { speaksNoHttp } from '../protocols.ts';
import { list } from '../read.ts';
import type { ContainerState, Endpoint } from '../state.ts';
import { assumptions } from '../why/assumed.ts';
import { hiddenPages } from '../why/pages.ts';
import { whyNotReady } from '../why/pods.ts';
import type { Asking } from './asking.ts';
import { listenerOn } from './listener.ts';
import type { PlainDestination, PlainFailure, PlainOutcome, PlainRefusal } from './outcome.ts';

/**
 * Spreads the traffic evenly over addresses and tells what each one does with it.
 * @param via the line that chose the port, where a Service did: the place to look when nobody listens on it
 */
export function deliver(asking: Asking, endpoints: readonly Endpoint[], host: string, via?: Span): PlainOutcome {
  const share = 1 / endpoints.length;
  const each = { ...asking, note: once(asking.say) };
  const arrivals = endpoints.map((endpoint) => arrive(each, endpoint, host, share, via));
  const destinations = grouped(arrivals.flatMap((arrival) => ('refusal' in arrival ? [] : [arrival])));
  const failures: PlainFailure[] = arrivals.flatMap((arrival) => ('refusal' in arrival ? [arrival] : []));
  const [main] = [...destinations].sort((a, b) => b.share - a.share);
  if (main) return { ...(main.status !== undefined && { status: main.status }), destinations, failures };
  return { refusal: failures[0]?.refusal ?? 'no-endpoints', destinations, failures };
}

/** Says what pods of one template have in common a single time. */
function once(say: (hop: Hop) => void): (hop: Hop) => void {
  const said = new Set<string>();
  return (hop) => {
    const key = JSON.stringify([hop.message, hop.data, hop.at]);
    if (!said.has(key)) say(hop);
    said.add(key);
  };
}

/** Tells what is true of many pods at once only the first time. */
interface Arriving extends Asking {
  readonly note: (hop: Hop) => void;
}

function arrive(
  asking: Arriving,
  endpoint: Endpoint,
  host: string,
  share: number,
  via?: Span,
): PlainDestination | PlainFailure {
  const { say, note, url, source, state } = asking;
  const { pod, port } = endpoint;
  const { name: workload } = pod.workload;
  const fail = (refusal: PlainRefusal): PlainFailure => ({ refusal, share, workload });
  const passage = connect(state, { from: source, to: partyOf(pod), port });
  for (const decision of passage.hops) say(decision);
  if (passage.outcome.decision === 'denied') return fail('blocked-by-network-policy');
  const listener = listenerOn(endpoint);
  const where = {
    resource: { kind: 'Pod', name: pod.name, namespace: pod.namespace },
    at: listener?.at ?? via ?? pod.containers[0]?.at ?? pod.at,
  };
  if (!listener) {
    say(silence(endpoint, where));
    for (const reason of whyNotReady(state, pod)) note(reason);
    return fail('connection-refused');
  }
  if (url.scheme !== 'tcp' && speaksNoHttp(listener.product, port)) {
    say(hop(hops, 'pod', 'notHttp', { product: listener.product ?? '', pod: pod.name, port }, where));
    return fail('not-http');
  }
  const assumed = assumptions(pod, port);
  for (const one of assumed) note(one);
  const status = url.scheme === 'tcp' ? undefined : pageStatus(listener, url.path);
  say(
    status === undefined
      ? hop(hops, 'pod', 'connected', { pod: pod.name, port }, where)
      : hop(hops, 'pod', 'answered', { pod: pod.name, port, status }, where),
  );
  const hidden = (status ?? 0) >= 400 ? hiddenPages(pod, listener) : undefined;
  if (hidden) note(hidden);
  return {
    workload,
    namespace: pod.namespace,
    host,
    port,
    share,
    pods: [pod.name],
    ...(listener.product !== undefined && { product: listener.product }),
    ...((assumed.length > 0 || passage.outcome.assumed) && { assumed: true }),
    ...(status !== undefined && { status }),
  };
}

/** Why nobody answers on a port of a pod. */
export function silence({ pod, port }: Endpoint, where: Parameters<typeof hop>[4]): Hop {
  const facts = { pod: pod.name, port };
  if (!pod.containers.some(({ state }) => state === 'running')) return hop(hops, 'pod', 'notRunning', facts, where);
  const local = pod.containers.find(({ loopback }) => loopback?.includes(port));
  if (local) return hop(hops, 'pod', 'onlyLoopback', { ...facts, container: local.name }, { ...where, at: local.at });
  const listens = pod.containers.flatMap((container) => (container.listens === 'any' ? [] : container.listens));
  if (listens.length === 0) {
    const started = list(pod.spec?.containers).map((one) => spanOf(one, 'command') ?? spanOf(one, 'args'));
    const at = started.find((one) => one !== undefined);
    return hop(hops, 'pod', 'nothingListens', facts, at ? { ...where, at } : where);
  }
  return hop(hops, 'pod', 'nobodyListens', { ...facts, listens }, where);
}

function pageStatus({ answers }: ContainerState, path: string): number {
  if (!answers) return 200;
  return own(answers.paths, path) ?? answers.otherwise;
}

/** The pods of one workload that answer alike are one destination. */
function grouped(arrivals: readonly PlainDestination[]): readonly PlainDestination[] {
  const groups = new Map<string, PlainDestination>();
  for (const arrival of arrivals) {
    const { workload, namespace, port, status, product, assumed } = arrival;
    const key = JSON.stringify([namespace, workload, port, status, product, assumed]);
    const group = groups.get(key);
    groups.set(
      key,
      group ? { ...group, share: group.share + arrival.share, pods: [...group.pods, ...arrival.pods] } : arrival,
    );
  }
  return [...groups.values()];
}
