import type { Hop } from '../../../core/trace.ts';
import type { ClusterState } from '../state.ts';
import type { Source } from './source.ts';
import type { Address } from './url.ts';

/** A request being followed: who asks for what, and every decision so far. */
export interface Asking {
  readonly state: ClusterState;
  readonly source: Source;
  readonly url: Address;
  /** The host that HTTP names: that of the URL, or the `Host` that was asked for in its place. */
  readonly authority: string;
  /** Many clients ask, not one. */
  readonly many: boolean;
  readonly say: (hop: Hop) => void;
}
