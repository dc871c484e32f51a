import { lazy } from '../../../core/lazy.ts';
import type { PodState } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';
import type { Flow } from '../flow.ts';
import type { Exchange } from './exchange.ts';
import { exchangesOf } from './exchanges.ts';
import { countedAsHttp, countedAsTcp, type Growth } from './growth.ts';
import { identified, pastOf, type Series } from './series.ts';
import { targetLabels } from './target.ts';

/** The series of one proxy that differ in nothing but the metric. */
interface Family {
  readonly labels: Readonly<Record<string, string>>;
  readonly pod: PodState | undefined;
  readonly identity: number;
  readonly growths: Map<string, Growth>;
}

/**
 * The series that the proxies on both sides of some traffic expose. A request between two sidecars is counted twice: by
 * the client's proxy (`reporter="source"`) and by the server's (`reporter="destination"`). HTTP gives requests,
 * durations and sizes; plain TCP and the node proxies of ambient mode give connections and bytes, with no status.
 * A waypoint tells of requests too, as `reporter="waypoint"`.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 */
export function seriesOf(mesh: Mesh, flows: readonly Flow[]): readonly Series[] {
  return seriesIn(flows.flatMap((flow) => exchangesOf(mesh, flow)));
}

/** The series of exchanges that are known already. */
export function seriesIn(exchanges: readonly Exchange[]): readonly Series[] {
  const families = new Map<string, Family>();
  for (const exchange of exchanges) {
    const { sourceProxies, destinationProxies, waypointProxies = [], replicas } = exchange;
    for (const [reporter, proxies, weights] of [
      ['source', sourceProxies, undefined],
      ['waypoint', waypointProxies, undefined],
      ['destination', destinationProxies, replicas],
    ] as const) {
      const asHttp = lazy(() => countedAsHttp(exchange, reporter));
      const asTcp = lazy(() => countedAsTcp(exchange, reporter));
      const shares = sharesOf(proxies.length, weights);
      for (const [index, proxy] of proxies.entries()) {
        const { labels, growths } = exchange.http && !proxy.ambient ? asHttp() : asTcp();
        const family = familyOf(families, { ...labels, ...targetLabels(proxy), ...labels }, proxy.pod);
        for (const growth of growths) grow(family, growth, shares[index] ?? 0);
      }
    }
  }
  return [...families.values()].flatMap(seriesOfFamily);
}

/** The pods of a workload share its traffic, alike where nobody says more. */
function sharesOf(count: number, weights: readonly number[] = []): readonly number[] {
  const total = weights.slice(0, count).reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, (_, index) => (total > 0 ? (weights[index] ?? 0) / total : 1 / count));
}

function familyOf(families: Map<string, Family>, labels: Family['labels'], pod: PodState | undefined): Family {
  const key = JSON.stringify(labels);
  const found = families.get(key) ?? { labels, pod, identity: identified(key), growths: new Map<string, Growth>() };
  families.set(key, found);
  return found;
}

function grow({ growths }: Family, growth: Growth, share: number): void {
  const key = `${growth.name} ${growth.le ?? ''}`;
  const before = growths.get(key)?.perSecond ?? 0;
  growths.set(key, { ...growth, perSecond: before + growth.perSecond * share });
}

function seriesOfFamily({ labels, pod, identity, growths }: Family): readonly Series[] {
  return [...growths].map(([key, { name, le, perSecond }]) => ({
    labels: le === undefined ? { __name__: name, ...labels } : { __name__: name, le, ...labels },
    base: pastOf(identified(key, identity)),
    perSecond,
    ...(pod && { pod }),
  }));
}
