import { type Mesh, meshOf, send } from '../../istio/index.ts';
import { stateNow } from '../desk/clusters.ts';
import type { Desk, NamedCluster } from '../desk/desk.ts';

/** Requests that are alike, which the proxies of a cluster have seen. */
export interface Seen {
  /** `namespace/workload`, or `outside`. */
  readonly from: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the application answered; 200 where a mesh answered in its place. */
  readonly status: number;
  /** All of them, and those of the last five minutes. */
  readonly count: number;
  readonly recent: number;
}

/** What clients sent in a cluster up to a moment. */
export interface Watched {
  readonly mesh: Mesh;
  readonly first: readonly Seen[];
}

/** Seconds that `rate(…[5m])` looks back. */
export const window = 300;
const deepest = 8;
const most = 400;

/**
 * What the proxies of a cluster have seen up to a moment: requests that were sent while a proxy was on their way, and all the time what
 * its applications send each other. A pod that is gone takes with it what it was asked.
 * @param until seconds of the desk's clock: the last time that somebody collected
 */
export function watched(desk: Desk, cluster: NamedCluster, until: number): Watched {
  const state = stateNow(desk, cluster);
  const mesh = meshOf(state);
  const groups = new Map<string, Seen>();
  const add = (one: Omit<Seen, 'count' | 'recent'>, count: number, recent: number) => {
    const key = JSON.stringify(one);
    const known = groups.get(key);
    groups.set(key, { ...one, count: (known?.count ?? 0) + count, recent: (known?.recent ?? 0) + recent });
  };
  for (const { from, at, url, method, headers, outcome, proxy } of desk.sent) {
    if (at > until || proxy === undefined) continue;
    const sender = senderOf(from, cluster, state.pods);
    if (sender === undefined) continue;
    const status = outcome.ok && outcome.because === undefined ? outcome.status : 200;
    const whole = /^\w+:\/\//.test(url) ? url : `http://${url}`;
    add({ from: sender, url: whole, method, headers, status }, 1, at > until - window ? 1 : 0);
  }
  for (const { from, url } of cluster.traffic ?? []) {
    const seconds = Math.max(0, until);
    add({ from, url, method: 'GET', headers: {}, status: 200 }, seconds, Math.min(seconds, window));
  }
  return { mesh, first: [...groups.values()].slice(0, most) };
}

function senderOf(
  from: string,
  { context }: NamedCluster,
  pods: readonly { readonly namespace: string; readonly name: string; readonly workload: { readonly name: string } }[],
): string | undefined {
  if (from === 'local') return 'outside';
  const prefix = `${context}/`;
  if (!from.startsWith(prefix)) return undefined;
  const pod = pods.find(({ namespace, name }) => `${namespace}/${name}` === from.slice(prefix.length));
  return pod && `${pod.namespace}/${pod.workload.name}`;
}

/** What clients sent, and the calls that applications make for each request. */
export function followed({ mesh, first }: Watched, { services = [] }: Pick<NamedCluster, 'services'>): readonly Seen[] {
  const all: Seen[] = [...first];
  const follow = (one: Seen, depth: number): void => {
    if (depth > deepest || all.length > most) return;
    const { from, url, method, headers } = one;
    const { outcome } = send(mesh, { from, url, method, headers });
    for (const { namespace, workload, share } of outcome.destinations) {
      const name = `${namespace}/${workload}`;
      for (const next of services.find((service) => service.workload === name)?.calls ?? []) {
        const called = { from: name, url: next, method: 'GET', headers: {}, status: 200 };
        const made = { ...called, count: one.count * share, recent: one.recent * share };
        all.push(made);
        follow(made, depth + 1);
      }
    }
  };
  for (const one of first) follow(one, 0);
  return all;
}

/** A parameter of a query string; undefined where there is none. */
export function parameter(query: string, name: string): string | undefined {
  const pairs = query.split('&').map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const);
  const value = new Map(pairs).get(name);
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
