import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { type AuthorizationOutcome, authorize } from '../policy/authorize.ts';
import { policyRefusals, policyRefusalText } from '../validate/validate.ts';
import type { LinkerdCall } from './call.ts';
import { type Edge, edgeOf, placeOf, tellEdge } from './edge.ts';
import { tellDetached } from './routes.ts';
import { type Target, type Targets, targetsOf } from './targets.ts';

/** What becomes of the part of a call that goes to one pod. */
export interface Passage {
  readonly edge: Edge;
  /** Absent where no proxy of the receiver sees the connection. */
  readonly authorization?: AuthorizationOutcome;
  /** HTTP status the client gets; absent for a plain connection. */
  readonly status?: number;
  /** The receiver is only taken to answer. */
  readonly assumed?: true;
  /** No policy refuses it, and the proxies can read it as what it was declared to be. */
  readonly allowed: boolean;
}

export interface LinkerdOutcome {
  /** One for each pod, or for the one destination beyond the cluster. */
  readonly passages: readonly Passage[];
  /** Set when the call reaches nobody: why the network, not the mesh, refuses it. */
  readonly refusal?: string;
}

/**
 * Sends one call through a cluster with Linkerd.
 * @returns for each pod that receives part of it, how the connection is protected and whether it is let in; never throws
 */
export function send(mesh: LinkerdMesh, call: LinkerdCall): Trace<LinkerdOutcome> {
  const where = targetsOf(mesh.state, call);
  const detached = where.service ? tellDetached(mesh, where.service) : [];
  const said: Hop[] = [...mesh.refused.slice(0, 10).flatMap(tellRefused), ...where.hops, ...detached];
  const passages = where.targets.map((target) => pass(mesh, call, where, target, said));
  return { hops: distinct(said), outcome: { passages, ...(where.refusal && { refusal: where.refusal }) } };
}

/** A policy that was written and does not exist, and why. */
function tellRefused(resource: Resource): readonly Hop[] {
  const [refusal] = policyRefusals(resource);
  if (!refusal) return [];
  const data = { name: `${resource.kind} ${resource.name}`, reason: { ...policyRefusalText(refusal) } };
  return [hop(hops, 'config', 'rejected', data, { resource: refOf(resource), at: refusal.at })];
}

function pass(mesh: LinkerdMesh, call: LinkerdCall, where: Targets, target: Target, said: Hop[]): Passage {
  const edge = edgeOf(mesh, call, where, target);
  said.push(...tellEdge(mesh, edge, where.address?.port ?? target.port));
  const { from, to, port, pod, inboundTls, misread } = edge;
  const reached = {
    ...(target.status !== undefined && { status: target.status }),
    ...(target.assumed && { assumed: true as const }),
    allowed: !misread,
  };
  if (!pod || inboundTls === undefined) {
    if (pod) said.push(hop(hops, 'policy', 'notEnforced', { to, port }));
    said.push(...tellMisread(edge));
    return { edge, ...reached };
  }
  const { outcome, hops: decided } = authorize(mesh, {
    from,
    to,
    pod,
    port,
    client: {
      ip: where.client?.ip ?? (call.from === 'outside' ? '203.0.113.7' : '10.244.0.1'),
      ...(edge.clientId !== undefined && { identity: edge.clientId }),
    },
    probe: call.from === 'kubelet',
    ...(edge.layer === 'http' && { request: requestOf(call, where) }),
  });
  said.push(...decided);
  if (outcome.decision === 'allow') {
    said.push(...tellMisread(edge));
    return { edge, authorization: outcome, ...reached };
  }
  return {
    edge,
    authorization: outcome,
    allowed: false,
    ...(outcome.status !== undefined && { status: outcome.status }),
  };
}

function tellMisread({ misread, from, to, port }: Edge): readonly Hop[] {
  if (!misread) return [];
  const data = { from, to, port, protocol: misread.value };
  return [hop(hops, 'protocol', 'misread', data, placeOf(misread))];
}

function requestOf({ method = 'GET', headers = {} }: LinkerdCall, { address }: Targets) {
  return { method, path: address?.path ?? '/', headers, host: address?.host ?? '', query: address?.query ?? '' };
}

/** Pods of one workload decide alike: what was said once is not said again. */
function distinct(said: readonly Hop[]): readonly Hop[] {
  const seen = new Map(said.map((one) => [JSON.stringify([one.message, one.data]), one]));
  return [...seen.values()];
}
