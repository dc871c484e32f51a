import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { type AuthorizationOutcome, authorize } from '../policy/authorize.ts';
import { tellDetached } from '../routes/detached.ts';
import type { AnswerHeader } from '../routes/filters.ts';
import { type Followed, follow } from '../routes/follow.ts';
import { requestOf } from '../routes/request.ts';
import { policyRefusalText } from '../validate/validate.ts';
import type { LinkerdCall } from './call.ts';
import { type Edge, edgeOf, placeOf, tellEdge } from './edge.ts';
import { type Loss, partiesOf, type Target, type Targets, targetsOf, withoutSource } from './targets.ts';

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
  /** The backend that a route leads to, by its full name; absent where no route has a say. */
  readonly host?: string;
  /** The headers that the server gets, where a route changes them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a route does to the headers of the request. */
  readonly requestHeaders?: readonly AnswerHeader[];
  /** What a route does to the headers of the answer. */
  readonly answerHeaders?: readonly AnswerHeader[];
}

export interface LinkerdOutcome {
  /** One for each pod, or for the one destination beyond the cluster. */
  readonly passages: readonly Passage[];
  /** What reaches nobody. */
  readonly losses: readonly Loss[];
  /** Set when the call reaches nobody: why the network, or a route, refuses it. */
  readonly refusal?: string;
  /** The proxy of the client answers by itself. */
  readonly answer?: Followed['answer'];
}

/**
 * Sends one call through a cluster with Linkerd.
 * @returns for each pod that receives part of it, how the connection is protected and whether it is let in; never throws
 */
export function send(mesh: LinkerdMesh, call: LinkerdCall): Trace<LinkerdOutcome> {
  const refused = mesh.refused.slice(0, 10).flatMap(tellRefused);
  const who = partiesOf(mesh.state, call);
  if (!who) return { hops: [...refused, ...withoutSource(call).hops], outcome: lost([], 'unknown-source') };
  const { client, service } = who;
  const detached = service && client ? tellDetached(mesh, service, client.namespace) : [];
  const followed = follow(mesh, call, who);
  const said: Hop[] = [...refused, ...detached, ...followed.hops];
  const { legs, losses, answer } = followed;
  if (answer) {
    const refusal =
      answer.location === undefined ? { refusal: answer.status === 404 ? 'no-route' : 'cluster-not-found' } : {};
    return { hops: distinct(said), outcome: { passages: [], losses: [], answer, ...refusal } };
  }
  if (legs.length + losses.length === 0) return direct(mesh, call, targetsOf(mesh.state, call, who), said);
  const passages = legs.flatMap(({ where, share, call: sent, host, requestHeaders, answerHeaders }) => {
    const changed = sent === call ? {} : { headers: sent.headers ?? {} };
    return where.targets.map((target): Passage => {
      const part = { ...target, share: target.share * share };
      const passage = pass(mesh, sent, where, part, said, who.address);
      return {
        ...passage,
        host,
        ...changed,
        ...(requestHeaders.length > 0 && { requestHeaders }),
        ...(answerHeaders.length > 0 && { answerHeaders }),
      };
    });
  });
  const [worst] = losses.toSorted((a, b) => b.share - a.share);
  const refusal = passages.length === 0 && worst ? { refusal: worst.refusal } : {};
  return { hops: distinct(said), outcome: { passages, losses, ...refusal } };
}

function lost(losses: readonly Loss[], refusal: string): LinkerdOutcome {
  return { passages: [], losses, refusal };
}

/** A call on which no route has a say. */
function direct(mesh: LinkerdMesh, call: LinkerdCall, where: Targets, before: readonly Hop[]): Trace<LinkerdOutcome> {
  const said = [...before, ...where.hops];
  const passages = where.targets.map((target) => pass(mesh, call, where, target, said));
  const { losses, refusal } = where;
  return { hops: distinct(said), outcome: { passages, losses, ...(refusal && { refusal }) } };
}

/** A policy that was written and does not exist, and why. */
function tellRefused({ resource, refusals: [refusal] }: LinkerdMesh['refused'][number]): readonly Hop[] {
  if (!refusal) return [];
  const data = { name: `${resource.kind} ${resource.name}`, reason: { ...policyRefusalText(refusal) } };
  return [hop(hops, 'config', 'rejected', data, { resource: refOf(resource), at: refusal.at })];
}

/** @param asked what the client dialed, where a route led elsewhere: the request stays as it was written */
function pass(
  mesh: LinkerdMesh,
  call: LinkerdCall,
  where: Targets,
  target: Target,
  said: Hop[],
  asked = where.address,
): Passage {
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
    ...(edge.layer === 'http' && { request: requestOf(call, asked) }),
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

/** Pods of one workload decide alike: what was said once is not said again. */
function distinct(said: readonly Hop[]): readonly Hop[] {
  const seen = new Map(said.map((one) => [JSON.stringify([one.message, one.data]), one]));
  return [...seen.values()];
}
