import { lastMemo } from '../../../core/memo.ts';
import type { Mesh } from '../../istio/index.ts';
import { ask, reachesPrometheus, type Series, scrapeInterval, seriesOf } from '../../telemetry/index.ts';
import type { Desk, NamedCluster, Service } from '../desk/desk.ts';
import { dateAt } from '../desk/time.ts';
import { followed, parameter, type Seen, watched, window } from './traffic.ts';

/** What a console answers, and what somebody learned by it. */
export interface Shown {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly fact?: { readonly did: string; readonly data: Readonly<Record<string, string | number | boolean>> };
  /** The query is one that the lab does not know the answer to. */
  readonly unknown?: true;
}

/** The last time that Prometheus collected. */
const lastScrape = (clock: number): number => Math.floor(clock / scrapeInterval) * scrapeInterval;

/** The series that Prometheus holds of a cluster: counters stand at what was counted, and their pace is that of five minutes. */
export function seriesNow(desk: Desk, cluster: NamedCluster): readonly Series[] {
  const { mesh, first } = watched(desk, cluster, lastScrape(desk.clock));
  return seriesFor(mesh, { first, services: cluster.services ?? none });
}

const none: readonly Service[] = [];

interface Counted {
  readonly first: readonly Seen[];
  readonly services: readonly Service[];
}

/** Somebody asks for several things, one after the other, and the proxies have seen nothing new in between. */
const seriesFor = lastMemo(
  (one: Counted, other: Counted) =>
    one.services === other.services && JSON.stringify(one.first) === JSON.stringify(other.first),
  seriesIn,
);

function seriesIn(mesh: Mesh, { first, services }: Counted): readonly Series[] {
  const all = followed({ mesh, first }, { services });
  const recent = all.filter((one) => one.recent > 0);
  const counted = seriesOf(
    mesh,
    all.map((one) => flowOf(one, one.count)),
  );
  const paced = seriesOf(
    mesh,
    recent.map((one) => flowOf(one, one.recent / window)),
  );
  const paces = recent.length === all.length ? paced.map(({ perSecond }) => perSecond) : pacesOf(counted, paced);
  return counted
    .map(({ perSecond: total, ...one }, index) => {
      const perSecond = paces[index] ?? 0;
      return { ...one, perSecond, base: total - perSecond * 3600 };
    })
    .filter(reachesPrometheus(mesh));
}

const flowOf = ({ from, url, method, headers, status }: Seen, perSecond: number) => ({
  ...{ from, to: url, method, headers, perSecond },
  ...(status !== 200 && { statuses: { [status]: 1 } }),
});

/** The pace of each series; the same requests give the same series in the same order, and some of them some of the series. */
function pacesOf(counted: readonly Series[], paced: readonly Series[]): readonly number[] {
  const known = new Map(paced.map(({ labels, perSecond }) => [JSON.stringify(labels), perSecond]));
  return counted.map(({ labels }) => known.get(JSON.stringify(labels)) ?? 0);
}

/**
 * The HTTP API of Prometheus at one instant.
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export function prometheus(desk: Desk, cluster: NamedCluster, path: string, sent: string): Shown | undefined {
  if (path === '/-/ready')
    return { status: 200, type: 'text/plain; charset=utf-8', body: 'Prometheus Server is Ready.\n' };
  if (path === '/-/healthy')
    return { status: 200, type: 'text/plain; charset=utf-8', body: 'Prometheus Server is Healthy.\n' };
  if (path !== '/api/v1/query') return undefined;
  const query = parameter(sent, 'query');
  if (query === undefined || query === '')
    return json(400, {
      status: 'error',
      errorType: 'bad_data',
      error: 'invalid parameter "query": unknown position: parse error: no expression found in input',
    });
  const answer = ask(query, seriesNow(desk, cluster));
  if ('problem' in answer) {
    if (answer.problem.kind === 'unmodelled') return { ...json(200, { status: 'success' }), unknown: true };
    return json(400, { status: 'error', errorType: 'bad_data', error: `invalid parameter "query": parse error` });
  }
  const time = dateAt(desk.clock).getTime() / 1000;
  const result = answer.samples.map(({ labels, value }) => ({ metric: labels, value: [time, said(value)] }));
  const data = { resultType: 'vector', result };
  const found = answer.samples.some(({ value }) => value > 0);
  return {
    ...json(200, { status: 'success', data }),
    fact: { did: 'metrics.asked', data: { cluster: cluster.name, query, found, mesh: /\bistio_/.test(query) } },
  };
}

const said = (value: number): string =>
  Number.isNaN(value)
    ? 'NaN'
    : value === Number.POSITIVE_INFINITY
      ? '+Inf'
      : value === Number.NEGATIVE_INFINITY
        ? '-Inf'
        : String(value);

export const json = (status: number, value: unknown): Shown => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
