import type { Hop } from '../../core/trace.ts';
import type { Call } from './call.ts';
import type { Mesh } from './mesh.ts';
import type { Leg } from './receive.ts';
import type { Client } from './source.ts';
import type { Upstream } from './upstream.ts';

/** Traffic that a client's proxy sends on. */
export interface Sending {
  readonly mesh: Mesh;
  readonly client: Client;
  readonly call: Call;
  say(hop: Hop): void;
  /** Goes on from a destination that is a gateway; undefined when it is none. Not for what a gateway itself sends. */
  follow?(sending: Sending, upstream: Upstream, share: number): readonly Leg[] | undefined;
}
