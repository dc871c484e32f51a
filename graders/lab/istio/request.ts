import { recentMemo } from '../../core/memo.ts';
import type { ClusterState } from '../cluster/index.ts';
import { meshOf } from './mesh.ts';
import type { MeshRequest, MeshTrace } from './outcome.ts';
import { hasMesh, plainly } from './plain.ts';
import { send } from './send.ts';

/**
 * Sends one request through the service mesh of a cluster, or through the cluster alone where there is no mesh.
 * @returns every decision on the way with the lines that made it so, and what became of the request; never throws
 */
export function request(state: ClusterState, asked: MeshRequest): MeshTrace {
  return hasMesh(state) ? sent(meshOf(state), asked) : plainly(state, asked);
}

/** A mesh is asked for the same request again and again, by a loop. */
const sent = recentMemo(
  500,
  () => 1,
  (one: MeshRequest, other: MeshRequest) => JSON.stringify(one) === JSON.stringify(other),
  send,
);
