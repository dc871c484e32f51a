import { type Hop, hop } from '../../../core/trace.ts';
import { type PodState, podNamed } from '../../cluster/index.ts';
import { type Mesh, type MeshRequest, send } from '../../istio/index.ts';
import { gatewayNamed, type TracedGateway } from '../gateway.ts';
import { hops } from '../hops.ts';
import { settingsOf } from '../settings.ts';
import { type ProxyTracing, proxyTracing } from './proxy.ts';
import type { Side } from './telemetries.ts';

/** What an application does with a request: a fact of the world. */
export interface TracedService {
  /** `namespace/workload`. */
  readonly workload: string;
  /** URLs it calls for each request it gets, in order. */
  readonly calls: readonly string[];
  /** It copies the trace headers of the request to the calls it makes for it. */
  readonly forwards: boolean;
}

/** A first request, as `send` knows it, and what follows from it. */
export interface Chain extends Omit<MeshRequest, 'url'> {
  readonly to: string;
  readonly services: readonly TracedService[];
}

/** One trace a request gives rise to. */
export type TraceSeen = {
  /** Workload whose proxy started it. */
  readonly root: string;
  /** Spans that reach the collector when it is sampled. */
  readonly spans: number;
  /** Of a thousand such requests, how many give this trace. */
  readonly per1000: number;
};

export type ChainOutcome = {
  readonly traces: readonly TraceSeen[];
  /** Of the largest trace. */
  readonly spans: number;
  /** Percent of the requests whose first trace is sampled. */
  readonly percent: number;
  /** Spans that a thousand requests leave in the collector. */
  readonly per1000: number;
};

interface Growing {
  readonly root: string;
  readonly percent: number;
  spans: number;
}

const deepest = 20;

/**
 * Follows one request and the calls it leads to. Each proxy it goes through gives a span; the first one without trace
 * headers starts a trace and decides whether it is sampled, and those behind it honour that. An application that does not
 * forward the headers makes the calls behind it start traces of their own.
 * @see https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/
 */
export function followChain(
  mesh: Mesh,
  { from, to, services, ...first }: Chain,
): { hops: readonly Hop[]; outcome: ChainOutcome } {
  const settings = settingsOf(mesh.state.resources);
  const trail: Hop[] = [];
  const traces: Growing[] = [];
  const told = new Set<string>();
  const tracingOf = (pod: PodState | TracedGateway, side: Side): ProxyTracing => {
    const tracing = proxyTracing(mesh, settings, pod, side);
    const key = `${pod.namespace}/${pod.workload.name}`;
    if (!told.has(key)) trail.push(...tracing.hops);
    told.add(key);
    return tracing;
  };
  /** A span in the trace of the headers, or in a new one. */
  const span = (
    pod: PodState | TracedGateway | undefined,
    side: Side,
    context: Growing | undefined,
  ): Growing | undefined => {
    if (!pod) return context;
    const { reports, percent } = tracingOf(pod, side);
    const trace = context ?? { root: `${pod.namespace}/${pod.workload.name}`, percent, spans: 0 };
    if (!context) traces.push(trace);
    if (reports) trace.spans++;
    return trace;
  };
  const visit = (caller: string, url: string, context: Growing | undefined, depth: number): void => {
    if (depth > deepest || traces.length > 100) return;
    const { outcome } = send(mesh, { ...(depth === 0 && first), from: caller, url });
    const [destination] = [...outcome.destinations].sort((a, b) => b.share - a.share);
    const target = destination && `${destination.namespace}/${destination.workload}`;
    const before = context?.spans ?? 0;
    const { gateway } = outcome;
    const sender = gateway === undefined ? meshed(mesh, caller) : gatewayNamed(mesh, gateway);
    const sent = span(sender, 'CLIENT', context);
    const received = target === undefined ? sent : span(meshed(mesh, target), 'SERVER', sent);
    if (received) {
      const n = received.spans - (received === context ? before : 0);
      trail.push(
        hop(hops, 'span', 'spans', { from: caller, to: target ?? url, n, trace: traces.indexOf(received) + 1 }),
      );
    }
    const service = services.find(({ workload }) => workload === target);
    for (const next of service?.calls ?? []) {
      if (service && !service.forwards)
        trail.push(hop(hops, 'context', 'split', { service: service.workload, trace: traces.length + 1 }));
      visit(target ?? caller, next, service?.forwards ? received : undefined, depth + 1);
    }
  };
  visit(from, to, undefined, 0);
  return { hops: trail, outcome: told1000(traces) };
}

function told1000(traces: readonly Growing[]): ChainOutcome {
  const seen = traces
    .filter(({ spans }) => spans > 0)
    .map(({ root, percent, spans }) => ({ root, spans, per1000: Math.round(percent * 10) }));
  return {
    traces: seen,
    spans: Math.max(0, ...seen.map(({ spans }) => spans)),
    percent: (seen[0]?.per1000 ?? 0) / 10,
    per1000: seen.reduce((sum, { spans, per1000 }) => sum + spans * per1000, 0),
  };
}

/** A pod of a workload, where its proxy can give spans. */
function meshed(mesh: Mesh, workload: string): PodState | undefined {
  const pod = podNamed(mesh.state, workload);
  return pod && mesh.hasSidecar(pod) ? pod : undefined;
}
