import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { PodState } from '../../cluster/index.ts';
import { hops } from '../hops.ts';
import type { Mesh } from '../mesh.ts';
import type { Refusal, Tls } from '../outcome.ts';
import { type Effective, effectiveBlock, nearestBlock } from '../policy/blocks.ts';
import type { Protocol } from '../protocol.ts';
import type { Upstream } from '../upstream.ts';
import type { ClientMode } from './mode.ts';
import { namespaceMode, type ServerMode, serverMode } from './server.ts';
import { sends, takes } from './words.ts';

/** How a connection was made, or why it was not. */
export type Connection =
  /** `peer`: the server knows the client by the certificate of its mesh identity. */
  | { readonly tls: Tls; readonly peer: boolean }
  | {
      readonly refusal: Extract<Refusal, 'plaintext-refused' | 'tls-refused'>;
      readonly why?: 'tlsTwice' | 'httpExpected';
    };

/** A connection about to be made. */
export interface Attempt {
  readonly mesh: Mesh;
  /** The client's traffic goes through a proxy, of its own or of its node. */
  readonly proxied: boolean;
  /** The client is a waypoint: its tunnels are of mutual TLS, whatever a DestinationRule says. */
  readonly tunnels?: boolean;
  /** The application itself speaks TLS (`https://…`). */
  readonly appTls: boolean;
  readonly upstream: Upstream | undefined;
  /** What the port of the Service is declared to speak. */
  readonly declared: Protocol | undefined;
  readonly pod: PodState;
  /** Port of the pod. */
  readonly port: number;
}

interface ClientSide {
  readonly mode: ClientMode;
  readonly from?: Resource;
  readonly at?: Span;
}

/**
 * How both ends agree on a connection. The server's PeerAuthentication says what it accepts. The client's proxy uses
 * mutual TLS by itself where the server has a proxy that takes it, unless a DestinationRule names a mode; a client
 * without proxy sends what the application sends.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/
 */
export function connect(attempt: Attempt, say: (hop: Hop) => void): Connection {
  const { pod } = attempt;
  const server = serverSide(attempt);
  const client = clientSide(attempt, server);
  const connection = agree(client, server, attempt);
  say(told(client, server, connection, pod));
  return connection;
}

/** The node proxy cannot turn mutual TLS off: there, DISABLE counts as PERMISSIVE. */
function serverSide({ mesh, pod, port }: Attempt): ServerMode | undefined {
  const ambient = mesh.isAmbient(pod);
  if (!ambient && !mesh.hasSidecar(pod)) return undefined;
  const server = serverMode(mesh.peerAuthentications, pod, port);
  return ambient && server.mode === 'DISABLE' ? { mode: 'PERMISSIVE' } : server;
}

function clientSide(attempt: Attempt, server: ServerMode | undefined): ClientSide {
  const { proxied, tunnels, upstream } = attempt;
  if (!proxied) return { mode: 'none' };
  const block = upstream && effectiveBlock(upstream.rule, upstream.subset, upstream.port.number, 'tls');
  if (!block) return marked(attempt, server) ?? automatic(attempt, server);
  const mode = (text(block.node.mode) ?? 'DISABLE') as ClientSide['mode'];
  if (tunnels && (mode === 'DISABLE' || mode === 'ISTIO_MUTUAL')) return { mode: 'auto' };
  return by(block, mode);
}

const by = ({ node, from }: Effective, mode: ClientMode): ClientSide => ({
  mode,
  from: from.resource,
  at: spanOf(node, 'mode') ?? spanOf(node) ?? from.resource.at,
});

/**
 * Where settings of the port leave `tls` out, none of the host is in force, and yet istiod marks the endpoints by it: those with
 * a proxy then get mutual TLS of the mesh, the others nothing.
 */
function marked({ mesh, tunnels, upstream }: Attempt, server: ServerMode | undefined): ClientSide | undefined {
  const block = upstream && nearestBlock(upstream.rule, upstream.subset, upstream.port.number, 'tls');
  if (!block || tunnels) return undefined;
  if (text(block.node.mode) !== 'ISTIO_MUTUAL') return by(block, 'DISABLE');
  const isOff = namespaceMode(mesh.peerAuthentications, upstream.service.namespace).mode === 'DISABLE';
  return isOff || !server ? undefined : by(block, 'ISTIO_MUTUAL');
}

/** Between sidecars, a namespace where mutual TLS is off keeps the client from it, whatever the workload says. */
function automatic({ mesh, tunnels, upstream, pod }: Attempt, server: ServerMode | undefined): ClientSide {
  if (!upstream || tunnels || !server || server.mode === 'DISABLE' || mesh.isAmbient(pod)) return { mode: 'auto' };
  const { mode, from, at } = namespaceMode(mesh.peerAuthentications, upstream.service.namespace);
  return mode === 'DISABLE' && from && at ? { mode, from, at } : { mode: 'auto' };
}

function agree({ mode }: ClientSide, server: ServerMode | undefined, attempt: Attempt): Connection {
  if (attempt.appTls && attempt.declared === 'http') return { refusal: 'tls-refused', why: 'httpExpected' };
  switch (mode) {
    case 'auto':
      return server && server.mode !== 'DISABLE' ? { tls: 'mutual', peer: true } : unprotected(attempt, server);
    case 'ISTIO_MUTUAL':
      return server && server.mode !== 'DISABLE' ? { tls: 'mutual', peer: true } : { refusal: 'tls-refused' };
    case 'SIMPLE':
    case 'MUTUAL':
      return originated(mode, server, attempt);
    default:
      return unprotected(attempt, server);
  }
}

/** Nothing is added to what the application sends, which may be TLS of its own. */
function unprotected({ appTls }: Attempt, server: ServerMode | undefined): Connection {
  if (server?.mode === 'STRICT') return { refusal: appTls ? 'tls-refused' : 'plaintext-refused' };
  return { tls: appTls ? 'simple' : 'plaintext', peer: false };
}

/** TLS with certificates that are not the mesh's reaches the application, which must expect it. */
function originated(mode: 'SIMPLE' | 'MUTUAL', server: ServerMode | undefined, attempt: Attempt): Connection {
  const { upstream, appTls } = attempt;
  const expected = upstream?.service.external || upstream?.port.protocol === 'tls';
  if (server?.mode === 'STRICT' || !expected) return { refusal: 'tls-refused' };
  if (appTls) return { refusal: 'tls-refused', why: 'tlsTwice' };
  return { tls: mode === 'MUTUAL' ? 'mutual' : 'simple', peer: false };
}

function told(client: ClientSide, server: ServerMode | undefined, connection: Connection, pod: PodState): Hop {
  const modes = { client: client.mode, server: server?.mode ?? 'none', unset: server?.unset ?? false } as const;
  const data = { ...modes, sends: sends[modes.client], takes: takes[modes.server], workload: pod.workload.name };
  const decider: Pick<ClientSide, 'from' | 'at'> = client.from ? client : (server ?? {});
  const where = {
    ...(decider.from ? { resource: refOf(decider.from) } : {}),
    ...(decider.at ? { at: decider.at } : {}),
  };
  if ('refusal' in connection) {
    const plain = connection.refusal === 'plaintext-refused';
    const message = connection.why ?? (plain ? 'plaintextRefused' : 'tlsRefused');
    const strict = server?.from && server.at && connection.refusal === 'plaintext-refused' && !client.from;
    return hop(
      hops,
      'tls',
      message,
      data,
      strict ? { resource: refOf(server.from as Resource), at: server.at } : where,
    );
  }
  const message = { mutual: 'mutualTls', simple: 'simpleTls', plaintext: 'plaintext' } as const;
  return hop(hops, 'tls', message[connection.tls], data, where);
}
