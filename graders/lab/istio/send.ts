import type { Hop } from '../../core/trace.ts';
import { hop } from '../../core/trace.ts';
import { type Call, readCall } from './call.ts';
import { sendDirect } from './direct.ts';
import { enter } from './gateway/enter.ts';
import { throughGateway } from './gateway/through.ts';
import { hops } from './hops.ts';
import type { Mesh } from './mesh.ts';
import { sendToPod } from './one-pod.ts';
import type { MeshRequest, MeshTrace } from './outcome.ts';
import { rejected } from './rejected.ts';
import { resolveName } from './resolve.ts';
import { refused } from './result.ts';
import { sendThroughSidecar } from './sidecar.ts';
import { findClient } from './source.ts';
import { fromGateway, sayBypass } from './waypoint/bypass.ts';
import { sendFromNode } from './waypoint/from-node.ts';

/**
 * Sends one request through a mesh.
 * @returns the decision at each hop, with the lines that made it so, and what became of the request
 */
export function send(mesh: Mesh, request: MeshRequest): MeshTrace {
  const trail: Hop[] = [];
  const say = (step: Hop) => void trail.push(step);
  const call = readCall(request);
  if (!call) {
    say(hop(hops, 'client', 'badUrl', { url: request.url }));
    return refused(trail, 'bad-url');
  }
  for (const { resource, problem } of mesh.refused.slice(0, 10)) {
    say(rejected(resource, problem));
  }
  if (request.from === 'outside')
    return { hops: trail, outcome: enter({ mesh, call, say, follow: fromGateway }, request.gateway) };
  return { ...fromInside(mesh, request, call, say), hops: trail };
}

function fromInside(mesh: Mesh, request: MeshRequest, call: Call, say: (step: Hop) => void): MeshTrace {
  const client = findClient(mesh, request.from, say);
  if (!client) return refused([], 'unknown-source');
  const name = resolveName(mesh, client, call, say);
  if (name === 'unknown') return refused([], 'unknown-host');
  const sending = { mesh, client, call, say, follow: throughGateway };
  if (typeof name === 'object' && name.kind === 'Pod') return { hops: [], outcome: sendToPod(sending, name.pod) };
  if (client.ambient) return { hops: [], outcome: sendFromNode(sending, name) };
  sayBypass(sending, name);
  return { hops: [], outcome: client.proxied ? sendThroughSidecar(sending, name) : sendDirect(sending, name) };
}
