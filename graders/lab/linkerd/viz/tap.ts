import type { LinkerdMesh } from '../mesh.ts';
import type { LinkerdCall } from '../traffic/call.ts';
import type { Edge, TapTls } from '../traffic/edge.ts';
import { send } from '../traffic/send.ts';

/** A `req` line of `linkerd viz tap`. */
export interface TapRow {
  /** Which proxy tells it: the one of the client or the one of the server. */
  readonly proxy: 'out' | 'in';
  readonly from: string;
  readonly to: string;
  readonly tls: TapTls;
  readonly method: string;
  readonly path: string;
}

/**
 * What `linkerd viz tap` prints of some traffic. It shows HTTP requests only, and only of proxies that were started when
 * the viz extension was already there.
 * @see https://linkerd.io/2-edge/reference/cli/viz/#tap
 */
export function tap(mesh: LinkerdMesh, traffic: readonly LinkerdCall[]): readonly TapRow[] {
  return traffic.flatMap((call) =>
    send(mesh, call).outcome.passages.flatMap(({ edge }) => (edge.layer === 'http' ? rowsOf(mesh, edge, call) : [])),
  );
}

function rowsOf(mesh: LinkerdMesh, edge: Edge, { method = 'GET', url }: LinkerdCall): readonly TapRow[] {
  const { from, to, client, pod, outboundTls, inboundTls } = edge;
  const path = /^\w+:\/\/[^/?#]+([^?#]*)/.exec(url)?.[1] || '/';
  const base = { from, to, method, path };
  const rows: TapRow[] = [];
  if (client && outboundTls && mesh.canBeTapped(client)) rows.push({ proxy: 'out', tls: outboundTls, ...base });
  if (pod && inboundTls && mesh.canBeTapped(pod)) rows.push({ proxy: 'in', tls: inboundTls, ...base });
  return rows;
}
