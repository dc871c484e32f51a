import type { LinkerdMesh } from '../mesh.ts';
import type { LinkerdCall } from '../traffic/call.ts';
import type { Edge } from '../traffic/edge.ts';
import { send } from '../traffic/send.ts';

/** A line of `linkerd viz edges`. */
export interface EdgeRow {
  readonly source: string;
  readonly sourceNamespace: string;
  readonly destination: string;
  readonly destinationNamespace: string;
  /** `ServiceAccount.namespace`, as the command shortens identities; empty where none was proved. */
  readonly client: string;
  readonly server: string;
  /** `√` in the column SECURED, or what it prints instead. */
  readonly secured: '√' | 'not_provided_by_service_discovery';
}

/**
 * What `linkerd viz edges` prints after some traffic. It is made of the metrics of the proxies, and every line begins with
 * what the proxy of the caller sent: without the viz extension there is nothing, and a caller without proxy, or one that
 * goes around it, has no line.
 * @see https://linkerd.io/2-edge/reference/cli/viz/#edges
 * @see https://github.com/linkerd/linkerd2/blob/main/viz/metrics-api/edges.go
 */
export function edges(mesh: LinkerdMesh, traffic: readonly LinkerdCall[]): readonly EdgeRow[] {
  if ((mesh.setup.viz ?? 'none') === 'none') return [];
  const rows = traffic.flatMap((call) => send(mesh, call).outcome.passages.flatMap(({ edge }) => rowOf(edge)));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function rowOf({ client, pod, reason, clientId, serverId, outboundTls }: Edge): readonly EdgeRow[] {
  if (!client || !pod || reason === 'same-pod' || outboundTls === undefined) return [];
  return [
    {
      source: client.workload.name,
      sourceNamespace: client.namespace,
      destination: pod.workload.name,
      destinationNamespace: pod.namespace,
      client: short(clientId),
      server: short(serverId),
      secured: outboundTls === 'true' ? '√' : 'not_provided_by_service_discovery',
    },
  ];
}

/** `web.tienda.serviceaccount.…` is shown as `web.tienda`. */
const short = (identity = ''): string => identity.split('.').slice(0, 2).join('.');
