import type { LinkerdMesh } from '../mesh.ts';
import type { LinkerdCall } from '../traffic/call.ts';
import { send } from '../traffic/send.ts';

/** A line of `linkerd viz stat`. */
export interface StatRow {
  readonly workload: string;
  readonly namespace: string;
  /** The column MESHED: `1/2`. */
  readonly meshed: string;
  /** Requests that arrived and what part of them succeeded, 0 to 1; absent where no proxy counted any (`-`). */
  readonly requests?: number;
  readonly success?: number;
}

/**
 * What `linkerd viz stat` prints of the workloads of a namespace after some traffic: how many of their pods have a proxy,
 * and the HTTP requests that the proxies of the receivers counted. Connections without HTTP have no success rate.
 * @see https://linkerd.io/2-edge/reference/cli/viz/#stat
 */
export function stat(mesh: LinkerdMesh, namespace: string, traffic: readonly LinkerdCall[]): readonly StatRow[] {
  const pods = mesh.state.pods.filter((pod) => pod.namespace === namespace && pod.phase === 'Running');
  const passages = traffic.flatMap((call) => send(mesh, call).outcome.passages);
  return [...new Set(pods.map(({ workload }) => workload.name))].map((workload) => {
    const own = pods.filter((pod) => pod.workload.name === workload);
    const meshed = `${own.filter((pod) => mesh.isMeshed(pod)).length}/${own.length}`;
    const counted = passages.filter(
      ({ edge }) => edge.pod && own.includes(edge.pod) && edge.inboundTls !== undefined && edge.layer === 'http',
    );
    const base = { workload, namespace, meshed };
    if ((mesh.setup.viz ?? 'none') === 'none' || counted.length === 0) return base;
    const requests = sum(counted.map(({ edge }) => edge.share));
    const good = sum(counted.filter(({ status = 200 }) => status < 500).map(({ edge }) => edge.share));
    return { ...base, requests, success: good / requests };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
