import type { Hop } from '../../core/trace.ts';
import type { Call } from './call.ts';
import type { Mesh } from './mesh.ts';
import type { Tls } from './outcome.ts';
import { deliver, type Group, type Leg } from './receive.ts';
import type { Client } from './source.ts';

/** Traffic on its way to a group of pods. */
export interface Arrival {
  readonly mesh: Mesh;
  readonly client: Client;
  readonly call: Call;
  readonly host: string;
  readonly subset?: string;
  /** What the client's proxy does by itself; `none` when there is no proxy. */
  readonly clientTls: 'none' | 'auto';
}

/** What the other end does with traffic: its proxy, if it has one, then the application. */
export function receive({ mesh, client, call, host, subset }: Arrival, group: Group, say: (hop: Hop) => void): Leg {
  const [pod] = group.pods;
  const proxied = pod !== undefined && mesh.hasSidecar(pod);
  const tls: Tls = client.proxied && proxied ? 'mutual' : call.scheme === 'https' ? 'simple' : 'plaintext';
  return deliver(group, { host, tls, ...(subset === undefined ? {} : { subset }) }, client.proxied || proxied, say);
}
