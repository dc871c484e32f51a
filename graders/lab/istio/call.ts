import type { MeshRequest, Token } from './outcome.ts';
import { normalizedPath, type PathLevel } from './path.ts';

/** A request as a proxy sees it. */
export interface Call {
  readonly scheme: 'http' | 'https' | 'tcp';
  /** Where the client connects, lower case, without port. */
  readonly host: string;
  readonly port: number;
  /** Without query. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly search: string;
  readonly method: string;
  /** The `Host` header: host, and the port unless it is the scheme's own. */
  readonly authority: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly token: Token | undefined;
  readonly concurrent: number;
  readonly clientCertificate: boolean;
  /** A gateway ended its TLS: what goes on is the request, unencrypted. */
  readonly opened?: boolean;
  /** The token, once a proxy on the way accepted it: routes may look at its claims. */
  readonly accepted?: Token;
}

const defaultPort = { http: 80, https: 443, tcp: 0 } as const;

/** Reads a request; undefined when its URL is not absolute. */
export function readCall({
  url,
  method,
  headers = {},
  token,
  concurrent = 1,
  clientCertificate = false,
}: MeshRequest): Call | undefined {
  const parts = /^(https?|tcp):\/\/([^/?#:\s]+)(?::(\d{1,5}))?([^?#\s]*)(?:\?([^#\s]*))?/i.exec(url.trim());
  if (!parts) return undefined;
  const scheme = (parts[1] ?? 'http').toLowerCase() as Call['scheme'];
  const host = (parts[2] ?? '').toLowerCase();
  const port = parts[3] ? Number(parts[3]) : defaultPort[scheme];
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const search = parts[5] ?? '';
  return {
    scheme,
    host,
    port,
    path: parts[4] || '/',
    query: readQuery(search),
    search,
    method: (method ?? 'GET').toUpperCase(),
    authority: byName.get('host') ?? (port === defaultPort[scheme] ? host : `${host}:${port}`),
    headers: byName,
    token,
    concurrent,
    clientCertificate,
  };
}

/** The first value of each parameter, still encoded as it travelled. */
function readQuery(search: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = equals === -1 ? pair : pair.slice(0, equals);
    if (!query.has(name)) query.set(name, equals === -1 ? '' : pair.slice(equals + 1));
  }
  return query;
}

/** A request as a proxy reads it, its path simplified. */
export function asRead(call: Call, level: PathLevel): Call {
  const path = normalizedPath(call.path, level);
  return path === call.path ? call : { ...call, path };
}

/** The host that routes are chosen by: the `Host` header without its port. */
export function hostOfAuthority({ authority }: Pick<Call, 'authority'>): string {
  return authority.toLowerCase().replace(/:\d+$/, '');
}
