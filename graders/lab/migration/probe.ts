import { own } from '../../core/own.ts';
import { type Hop, hop, says, type Trace } from '../../core/trace.ts';
import { refOf } from '../../model/manifests/manifests.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { findService, type PodState, portsOf } from '../cluster/index.ts';
import { hops as meshHops } from '../istio/hops.ts';
import { type Mesh, type MeshTrace, openMesh, protocolOf, readCall, send } from '../istio/index.ts';
import { podsOf } from './fleet.ts';
import { hops } from './hops.ts';
import { type Snapshot, snapshot } from './snapshot.ts';
import type { World } from './world.ts';

/** Requests that are under way all the time. */
export interface Flow {
  /** `namespace/workload`, or `outside` for a client beyond the cluster that reaches a published Service directly. */
  readonly from: string;
  /** Absolute URL; `tcp://host:port` for a plain connection. */
  readonly to: string;
  /** In the protocol of this port the server speaks first, as in SMTP. */
  readonly serverFirst?: boolean;
}

/** A flow of which part gets no answer. */
export interface Loss {
  readonly flow: Flow;
  readonly trace: Trace;
  /** The decision that cost it. */
  readonly why: Hop | undefined;
}

/**
 * Sends every flow through a world at one instant, from a pod of each kind its client has: with a proxy and without.
 * @returns the flows that lose requests
 */
export function probe(world: World, flows: readonly Flow[]): readonly Loss[] {
  const seen = snapshot(world);
  const mesh = meshOf(seen);
  return flows.flatMap((flow) => {
    const loss = clientsOf(flow, seen)
      .map((client) => ask(flow, client, mesh, seen, world))
      .find((one) => one !== undefined);
    return loss ? [loss] : [];
  });
}

/** What becomes of requests at one instant, each from one pod of its client. */
export function answersTo(world: World, flows: readonly Flow[]): readonly MeshTrace[] {
  const seen = snapshot(world);
  const mesh = meshOf(seen);
  return flows.map((flow) => send(mesh, { from: clientsOf(flow, seen)[0] ?? flow.from, url: flow.to }));
}

function meshOf({ state, pods }: Snapshot): Mesh {
  const proxied = new Set(pods.filter(({ cohort }) => cohort.proxy !== null).map(({ pod }) => pod));
  const world = { ...state, pods: [...state.pods, stranger(state.pods)].filter((pod) => pod !== undefined) };
  return openMesh(world, { sidecars: (pod) => proxied.has(pod) });
}

/** Somebody beyond the cluster, as a pod that nothing selects. */
function stranger([model]: readonly PodState[]): PodState | undefined {
  if (!model) return undefined;
  const { spec: _, node: __, problem: ___, ...rest } = model;
  const name = { name: 'outside', namespace: 'outside', workload: { kind: 'Pod', name: 'outside' } };
  return { ...rest, ...name, labels: {}, annotations: {}, serviceAccount: 'default', ip: '203.0.113.10' };
}

/** One pod of each cohort of the client: those with a proxy and those without may fare differently. */
function clientsOf({ from }: Flow, { pods }: Snapshot): readonly string[] {
  if (from === 'outside') return ['outside/outside'];
  const kinds = new Map<unknown, string>();
  for (const { pod, fleet, cohort } of pods) {
    if (fleet.id === from && pod.ready && !kinds.has(cohort)) kinds.set(cohort, `${pod.namespace}/${pod.name}`);
  }
  return kinds.size > 0 ? [...kinds.values()] : [from];
}

function ask(flow: Flow, from: string, mesh: Mesh, seen: Snapshot, world: World): Loss | undefined {
  const trace = send(mesh, { from, url: flow.to });
  const { destinations, failures, refusal } = trace.outcome;
  const proof = { hops: trace.hops, outcome: null };
  if (refusal !== undefined || failures.length > 0 || destinations.length === 0) {
    return { flow, trace: proof, why: decisive(trace.hops) };
  }
  const client = seen.pods.find(({ pod }) => `${pod.namespace}/${pod.name}` === from);
  const servers = seen.pods.filter(({ pod }) => isAmong(pod, destinations));
  const proxied = [client, ...servers].some((one) => one !== undefined && one.cohort.proxy !== null);
  const why = (flow.serverFirst && proxied ? undeclared(flow, from, mesh) : undefined) ?? stale(client, servers, world);
  return why && { flow, trace: { hops: [...trace.hops, why], outcome: null }, why };
}

const isAmong = (pod: PodState, destinations: MeshTrace['outcome']['destinations']): boolean =>
  destinations.some(({ workload, namespace }) => workload === pod.workload.name && namespace === pod.namespace);

/** The last decision with lines of a policy, else that nobody is there, else the last decision. */
function decisive(told: readonly Hop[]): Hop | undefined {
  const secured = told.findLast(({ at, stage }) => at && (stage === 'tls' || stage === 'authorization'));
  return secured ?? told.find((one) => says(one, meshHops, 'noEndpoints')) ?? told.at(-1);
}

/**
 * A proxy that does not know the protocol of a port looks at the first bytes the client sends.
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/#server-first-protocols
 */
function undeclared({ to }: Flow, from: string, mesh: Mesh): Hop | undefined {
  const call = readCall({ from, url: to });
  const service = call && findService(mesh.state, call.host, from.slice(0, from.indexOf('/')));
  const port = service && portsOf(service).find((one) => one.port === call?.port);
  if (!call || !service || !port) return undefined;
  const protocol = protocolOf({ number: port.port, name: port.name, appProtocol: port.appProtocol });
  if (protocol === 'tcp' || protocol === 'tls') return undefined;
  const data = { port: call.port, service: service.name };
  return hop(hops, 'protocol', 'protocolUnknown', data, {
    resource: refOf(service),
    at: spanOf(port.written) ?? service.at,
  });
}

/** Without a control plane, a proxy never hears of pods that were created since. */
function stale(client: Snapshot['pods'][number] | undefined, servers: Snapshot['pods'], world: World): Hop | undefined {
  const revision = client?.cohort.proxy ?? undefined;
  const since = revision === undefined ? undefined : own(world.removed, revision);
  if (!client || revision === undefined || since === undefined) return undefined;
  const moved = servers.find(({ cohort }) => cohort.born > since);
  if (!moved) return undefined;
  return hop(hops, 'endpoints', 'staleAddresses', { client: client.fleet.id, revision, workload: moved.fleet.id });
}

/** Pods of a workload that have a proxy whose control plane runs. */
export function servedPods(
  world: World,
  id: string,
): { readonly pods: number; readonly proxied: number; readonly served: number } {
  const cohorts = world.fleets.find((fleet) => fleet.id === id)?.cohorts ?? [];
  return {
    pods: podsOf(cohorts),
    proxied: podsOf(cohorts, ({ proxy }) => proxy !== null),
    served: podsOf(cohorts, ({ proxy }) => proxy !== null && world.revisions.includes(proxy)),
  };
}
