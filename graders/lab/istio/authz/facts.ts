import type { Token } from '../outcome.ts';

/** What a server's proxy knows about a request when it decides. */
export interface Facts {
  /** False for plain connections, in which nothing of HTTP is known. */
  readonly http: boolean;
  /** Identity in the client's certificate, without `spiffe://`; absent without mutual TLS. */
  readonly principal: string | undefined;
  /** Address of the other end of the connection. */
  readonly sourceIp: string;
  /** Address of the original client, where a trusted proxy passed it on. */
  readonly remoteIp: string;
  readonly destinationIp: string;
  /** Port of the pod; at a waypoint, of the Service. */
  readonly port: number;
  /**
   * At a waypoint, the port of the pods behind the Service. Upstream says that policies name the port of the workload, and
   * what the waypoint sees is that of the Service: either will do.
   */
  readonly podPort?: number;
  readonly sni: string | undefined;
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** The `Host` header, port included if it carries one. */
  readonly host: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** The token, once RequestAuthentication accepted it. */
  readonly token: Token | undefined;
  /** Claims of it that hold several texts, with spaces between them. */
  readonly spaced?: readonly string[];
}

/** `cluster.local/ns/NS/sa/SA`, taken apart. */
export interface Identity {
  readonly trustDomain: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

export function identityOf(principal: string | undefined): Identity | undefined {
  const parts = /^([^/]+)\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal ?? '');
  if (!parts) return undefined;
  return { trustDomain: parts[1] ?? '', namespace: parts[2] ?? '', serviceAccount: parts[3] ?? '' };
}

/** `iss/sub` of an accepted token. */
export function requestPrincipal(token: Token | undefined): string | undefined {
  return token && `${token.issuer}/${token.subject ?? ''}`;
}
