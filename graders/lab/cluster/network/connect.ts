import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import type { ClusterState } from '../state.ts';
import type { Party } from './party.ts';
import { admission, type Direction, isolating, type Policy, type Socket } from './policy.ts';

export interface Connection {
  readonly from: Party;
  readonly to: Party;
  /** Port of the destination pod, after Services have been translated. */
  readonly port: number;
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface ConnectionOutcome {
  readonly decision: 'allowed' | 'denied';
  /** The side whose policies deny it. */
  readonly by?: Direction;
  /** A block of addresses admits it, by an address that only the lab knows. */
  readonly assumed?: true;
}

/**
 * Whether the network policies of a cluster let a connection through. A pod that no policy selects for a direction may
 * do anything in it; one that some policy selects may do what the rules of all its policies add up to. Both the sender's
 * egress and the receiver's ingress must allow it; the way back is open by itself, and a pod always reaches itself.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function connect(state: ClusterState, connection: Connection): Trace<ConnectionOutcome> {
  const { from, to, port, protocol = 'TCP' } = connection;
  const said: Hop[] = [];
  if (from.pod && from.pod === to.pod) return { hops: said, outcome: { decision: 'allowed' } };
  let assumed = false;
  for (const direction of ['egress', 'ingress'] as const) {
    const verdict = ask(state, direction, connection, { port, protocol });
    said.push(...verdict.hops);
    if (!verdict.allowed) return { hops: said, outcome: { decision: 'denied', by: direction } };
    assumed ||= verdict.assumed === true;
  }
  return { hops: said, outcome: { decision: 'allowed', ...(assumed && { assumed }) } };
}

function ask(
  state: ClusterState,
  direction: Direction,
  { from, to }: Connection,
  socket: Socket,
): { readonly allowed: boolean; readonly assumed?: boolean; readonly hops: readonly Hop[] } {
  const [isolated, other] = direction === 'ingress' ? [to, from] : [from, to];
  const policies = isolating(state, direction, isolated);
  if (policies.length === 0) return { allowed: true, hops: [] };
  const facts = { from: from.label, to: to.label, port: socket.port };
  const admitted = admission(state, policies, direction, other, to, socket);
  if (admitted) {
    const { policy, rule, at, byAddress } = admitted;
    const where = { resource: refOf(policy), at };
    const said = hop(hops, 'policy', 'policyAllows', { ...facts, direction, policy: policy.name, rule }, where);
    if (!byAddress) return { allowed: true, hops: [said] };
    const data = { policy: policy.name, pod: other.label, ip: other.ip };
    return { allowed: true, assumed: true, hops: [said, hop(hops, 'assumed', 'blockAssumed', data, where)] };
  }
  const [first] = policies as readonly [Policy, ...Policy[]];
  const data = { ...facts, n: policies.length, policies: namesOf(policies) };
  const message = direction === 'ingress' ? 'ingressDenied' : 'egressDenied';
  return { allowed: false, hops: [hop(hops, 'policy', message, data, { resource: refOf(first), at: first.at })] };
}

export function namesOf(policies: readonly Policy[]): readonly string[] {
  return policies.map(({ name }) => `\`${name}\``);
}
