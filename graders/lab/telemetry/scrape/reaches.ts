import { memo } from '../../../core/memo.ts';
import type { PodState } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';
import type { Series } from '../series/series.ts';
import { scrape } from './scrape.ts';

/** Whether Prometheus gets a series that the proxy of its pod exposes. Each pod is looked at once for all its series. */
export function reachesPrometheus(mesh: Mesh): (series: Series) => boolean {
  const isScraped = memo((pod: PodState) => scrape(mesh, pod).proxy);
  return ({ pod }) => pod === undefined || isScraped(pod);
}
