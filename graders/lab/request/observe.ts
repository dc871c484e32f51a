import type { ClusterState } from '../cluster/index.ts';
import { hasIstio, type MeshRequest, meshOf, type RequestOutcome } from '../istio/index.ts';
import { type EdgeRow, edges, openLinkerd, type StatRow, stat, type TapRow, tap } from '../linkerd/index.ts';
import { reportOf, type TelemetryReport, type Watching } from '../telemetry/index.ts';
import { hasLinkerd } from './linkerd.ts';

/** What whatever mesh a cluster has lets one observe of a request; nothing in a cluster without one. */
export interface Observed {
  readonly istio?: TelemetryReport;
  readonly linkerd?: VizReport;
}

/** What the commands of the viz extension would print, had it been there before the pods. */
export interface VizReport {
  readonly edges: readonly EdgeRow[];
  /** Of every namespace that the request touches. */
  readonly stat: readonly StatRow[];
  readonly tap: readonly TapRow[];
}

/**
 * Looks at a request that was sent with `request`.
 * @param outcome what became of it
 */
export function observe(
  state: ClusterState,
  asked: MeshRequest,
  outcome: RequestOutcome,
  watching: Watching,
): Observed {
  if (hasIstio(state)) return { istio: reportOf(meshOf(state), asked, outcome, watching) };
  return hasLinkerd(state) ? { linkerd: vizOf(state, asked, outcome) } : {};
}

function vizOf(state: ClusterState, { from, url, method, headers }: MeshRequest, outcome: RequestOutcome): VizReport {
  const mesh = openLinkerd(state, { viz: 'before-pods' });
  const traffic = [{ from, url, ...(method !== undefined && { method }), ...(headers && { headers }) }];
  const rows = edges(mesh, traffic);
  const namespaces = [
    ...rows.map(({ sourceNamespace }) => sourceNamespace),
    ...outcome.destinations.map(({ namespace }) => namespace),
  ];
  const touched = [...new Set(namespaces)].filter((namespace) => namespace !== '');
  const counted = touched.flatMap((namespace) => stat(mesh, namespace, traffic));
  return { edges: rows, stat: counted, tap: tap(mesh, traffic) };
}
