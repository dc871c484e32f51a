import type { INetworkPolicy, INetworkPolicyPeer, INetworkPolicyPort } from 'kubernetes-models/networking.k8s.io/v1';
import type { Span } from '../../../core/span.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { writtenIp } from '../addresses.ts';
import { selects } from '../labels.ts';
import { integer, list, text, texts } from '../read.ts';
import { containerPort } from '../service/endpoints.ts';
import type { ClusterState } from '../state.ts';
import { inBlock } from './cidr.ts';
import { namespaceLabels, type Party } from './party.ts';

export type Policy = Resource<Partial<INetworkPolicy>>;
export type Direction = 'ingress' | 'egress';

/** A port of the destination and the protocol that is spoken on it. */
export interface Socket {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

/** A rule of a policy that admits a connection. */
export interface Admission {
  readonly policy: Policy;
  /** From 1, in file order. */
  readonly rule: number;
  readonly at: Span;
  /** It admits a pod for its address alone, which the lab has given it: nobody knows the one it has in a cluster. */
  readonly byAddress?: boolean;
}

/** The policies that isolate a pod in a direction. */
export function isolating(state: ClusterState, direction: Direction, party: Party): readonly Policy[] {
  if (!party.namespace || party.hostNetwork) return [];
  return policiesOf(state, party.namespace).filter(
    (policy) => selects(policy.data.spec?.podSelector ?? {}, party.labels) && directionsOf(policy).includes(direction),
  );
}

function policiesOf({ resources }: ClusterState, namespace: string): readonly Policy[] {
  return lookup(resources).inNamespace('networking.k8s.io', 'NetworkPolicy', namespace) as readonly Policy[];
}

/** Without `policyTypes` a policy is about ingress, and about egress if it has an egress rule. */
function directionsOf({ data }: Policy): readonly Direction[] {
  const types = texts(data.spec?.policyTypes);
  if (types.length > 0) return types.map((type) => type.toLowerCase() as Direction);
  return list(data.spec?.egress).length > 0 ? ['ingress', 'egress'] : ['ingress'];
}

/**
 * The first rule that admits a connection: one of its peers is the other side (no peers: anybody), and one of its ports
 * is the destination's (no ports: any).
 * @param other whoever is on the other side of the isolated pod
 * @param destination the pod whose port is connected to, which decides what a named port means
 */
export function admission(
  state: ClusterState,
  policies: readonly Policy[],
  direction: Direction,
  other: Party,
  destination: Party,
  socket: Socket,
): Admission | undefined {
  let byAddress: Admission | undefined;
  for (const policy of policies) {
    const rules = direction === 'ingress' ? list(policy.data.spec?.ingress) : list(policy.data.spec?.egress);
    for (const [index, rule] of rules.entries()) {
      const peers = list<INetworkPolicyPeer>('from' in rule ? rule.from : 'to' in rule ? rule.to : undefined);
      const ports = list<INetworkPolicyPort>(rule.ports);
      const admitting = peers.filter((peer) => isPeer(state, policy, peer, other));
      const admitsPort = ports.length === 0 || ports.some((port) => isPort(port, destination, socket));
      if (!admitsPort || (peers.length > 0 && admitting.length === 0)) continue;
      const found = { policy, rule: index + 1, at: spanOf(rule) ?? policy.at };
      const isKnown = !other.pod || writtenIp(other.pod.from) !== undefined;
      const isCertain = peers.length === 0 || isKnown || admitting.some((peer) => !peer.ipBlock || isAnyBlock(peer));
      if (isCertain) return found;
      byAddress ??= { ...found, byAddress: true };
    }
  }
  return byAddress;
}

/**
 * A peer with both selectors means pods with those labels *in* namespaces with those labels; a pod selector alone means
 * pods of the policy's own namespace; a namespace selector alone, every pod of those namespaces.
 */
function isPeer(state: ClusterState, policy: Policy, peer: INetworkPolicyPeer, other: Party): boolean {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (ipBlock) {
    if (other.unknownAddress) return true;
    const excluded = texts(ipBlock.except).some((block) => inBlock(other.ip, block));
    return inBlock(other.ip, text(ipBlock.cidr) ?? '') && !excluded;
  }
  if (other.namespace === '' || other.hostNetwork) return false;
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, namespaceLabels(state, other.namespace))
    : other.namespace === policy.namespace;
  return inNamespace && (podSelector ? selects(podSelector, other.labels) : namespaceSelector !== undefined);
}

const isAnyBlock = ({ ipBlock }: INetworkPolicyPeer): boolean =>
  text(ipBlock?.cidr) === '0.0.0.0/0' && texts(ipBlock?.except).length === 0;

/** A port by number, by range up to `endPort`, or by the name it has in the destination; without a port, any. */
function isPort(wanted: INetworkPolicyPort, destination: Party, { port, protocol }: Socket): boolean {
  if ((wanted.protocol ?? 'TCP') !== protocol) return false;
  if (wanted.port === undefined || wanted.port === null) return true;
  if (typeof wanted.port === 'string') {
    return destination.pod !== undefined && containerPort(destination.pod, wanted.port, protocol) === port;
  }
  const last = integer(wanted.endPort) ?? wanted.port;
  return port >= wanted.port && port <= last;
}
