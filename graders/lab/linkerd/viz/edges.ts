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
  readonly secured: '√' | 'no_tls_from_remote' | 'not_provided_by_service_discovery';
}

/**
 * What `linkerd viz edges` prints after some traffic. It is made of the metrics of the proxies: without the viz extension
 * there is nothing, and a connection that no proxy saw has no line.
 * @see https://linkerd.io/2-edge/reference/cli/viz/#edges
 */
export function edges(mesh: LinkerdMesh, traffic: readonly LinkerdCall[]): readonly EdgeRow[] {
  if ((mesh.setup.viz ?? 'none') === 'none') return [];
  const rows = traffic.flatMap((call) => send(mesh, call).outcome.passages.flatMap(({ edge }) => rowOf(edge)));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function rowOf({ client, pod, reason, clientId, serverId, inboundTls, outboundTls }: Edge): readonly EdgeRow[] {
  if (!client || !pod || reason === 'same-pod') return [];
  const seen = inboundTls ?? outboundTls;
  if (seen === undefined) return [];
  return [
    {
      source: client.workload.name,
      sourceNamespace: client.namespace,
      destination: pod.workload.name,
      destinationNamespace: pod.namespace,
      client: short(clientId),
      server: short(serverId),
      secured: seen === 'no_tls_from_remote' || seen === 'not_provided_by_service_discovery' ? seen : '√',
    },
  ];
}

/** `web.tienda.serviceaccount.…` is shown as `web.tienda`. */
const short = (identity = ''): string => identity.split('.').slice(0, 2).join('.');
