import { sha256 } from '../../../core/sha256.ts';
import { followChain } from '../../telemetry/index.ts';
import type { Desk, NamedCluster } from '../desk/desk.ts';
import { dateAt } from '../desk/time.ts';
import { json, type Shown } from './prometheus.ts';
import { parameter, watched } from './traffic.ts';

/** A trace that reached the collector. */
interface Trace {
  readonly spans: readonly { readonly service: string; readonly operation: string }[];
}

/** `web.tareas` of `tareas/web`: what Istio calls a service in its spans. */
const serviceOf = (workload: string): string => workload.split('/').reverse().join('.');

/** Of one kind of request the collector keeps no more traces. */
const most = 10_000;

/** The traces that the collector holds: of every kind of request as many as the sampling lets through. */
function tracesOf(desk: Desk, cluster: NamedCluster): readonly Trace[] {
  const { mesh, first } = watched(desk, cluster, desk.clock);
  const { services = [] } = cluster;
  return first.flatMap(({ from, url, method, headers, count }) => {
    const { hops, outcome } = followChain(mesh, { from, to: url, method, headers, services });
    return outcome.traces.flatMap(({ per1000 }, index): readonly Trace[] => {
      const spans = hops.flatMap(({ message, data }) => {
        if (!message.endsWith('/spans') || Number(data.trace) !== index + 1) return [];
        const [sender, target] = [String(data.from), String(data.to)];
        const operation = `${hostOf(target)}/*`;
        const ends = Number(data.n) > 1 ? [sender, target] : [target.includes('://') ? sender : target];
        return ends.map((one) => ({ service: serviceOf(one), operation }));
      });
      const kept = Math.floor((count * per1000) / 1000 + 1e-9);
      return Array.from({ length: Math.min(kept, most) }, () => ({ spans }));
    });
  });
}

const hostOf = (target: string): string =>
  target.includes('://') ? target.replace(/^\w+:\/\/([^/]*).*$/, '$1') : serviceOf(target);

/** How many traces with how many spans the collector of a cluster holds. */
export function collected(desk: Desk, cluster: NamedCluster): { readonly traces: number; readonly spans: number } {
  const traces = tracesOf(desk, cluster);
  return { traces: traces.length, spans: Math.max(0, ...traces.map(({ spans }) => spans.length)) };
}

/**
 * The HTTP API of Jaeger's interface, as its pages use it. Istio's addon serves it under `/jaeger`.
 * @see https://www.jaegertracing.io/docs/latest/apis/
 */
export function jaeger(desk: Desk, cluster: NamedCluster, path: string, sent: string): Shown | undefined {
  const asked = path.replace(/^\/jaeger(?=\/|$)/, '');
  if (asked !== '/api/services' && asked !== '/api/traces') return undefined;
  const limit = Math.min(Number(parameter(sent, 'limit') ?? 20) || 20, 100);
  const traces = tracesOf(desk, cluster);
  if (asked === '/api/services') {
    const names = [...new Set(traces.flatMap(({ spans }) => spans.map(({ service }) => service)))].sort();
    return json(200, { data: names, total: names.length, limit: 0, offset: 0, errors: null });
  }
  const service = parameter(sent, 'service');
  if (service === undefined)
    return json(400, {
      data: null,
      total: 0,
      limit: 0,
      offset: 0,
      errors: [{ code: 400, msg: "parameter 'service' is required" }],
    });
  const mine = traces.filter(({ spans }) => spans.some((one) => one.service === service)).slice(0, limit);
  const start = dateAt(desk.clock).getTime() * 1000;
  const data = mine.map(({ spans }, index) => {
    const traceID = sha256(`${service} ${index} ${spans.length}`).slice(0, 32);
    const processes = Object.fromEntries(
      spans.map((one, at) => [`p${at + 1}`, { serviceName: one.service, tags: [] }]),
    );
    const listed = spans.map(({ operation }, at) => ({
      ...{ traceID, spanID: sha256(`${traceID} ${at}`).slice(0, 16), operationName: operation },
      references:
        at === 0 ? [] : [{ refType: 'CHILD_OF', traceID, spanID: sha256(`${traceID} ${at - 1}`).slice(0, 16) }],
      ...{
        startTime: start + at * 1000,
        duration: (spans.length - at) * 2000,
        tags: [],
        logs: [],
        processID: `p${at + 1}`,
      },
      warnings: null,
    }));
    return { traceID, spans: listed, processes, warnings: null };
  });
  return {
    ...json(200, { data, total: 0, limit: 0, offset: 0, errors: null }),
    fact: {
      did: 'traces.asked',
      data: {
        cluster: cluster.name,
        service,
        found: mine.length > 0,
        spans: Math.max(0, ...mine.map(({ spans }) => spans.length)),
      },
    },
  };
}
