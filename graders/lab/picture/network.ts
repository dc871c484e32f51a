import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { lookup } from '../../model/manifests/lookup.ts';
import { fields, fieldsList } from '../../model/mesh/fields.ts';
import { integer } from '../../model/workloads/values.ts';
import {
  type Connection,
  connect,
  dnsDenied,
  endpointsOf,
  type Party,
  type PodState,
  partyOf,
  portsOf,
  services,
} from '../cluster/index.ts';
import { boxId, type Passes, type PictureBox, type Wire } from './picture.ts';
import type { View } from './view.ts';

/** More of them make a table that nobody reads. */
const mostMakers = 12;
/** Ports of one pod that are asked. */
const mostPorts = 4;

const everywhere: Text = { es: 'fuera del clúster', en: 'outside the cluster' };
const anyName: Text = { es: 'ningún nombre', en: 'any name' };
/** A host of the world, of which nothing is known but that it is no part of the cluster. */
const outside: Party = { label: 'outside', namespace: '', labels: {}, ip: '203.0.113.7' };
const outsideBox: PictureBox = {
  ...{ id: boxId('Outside', '', ''), role: 'outside', kind: 'Outside', namespace: '', name: '', wrong: [] },
};
const dnsBox: PictureBox = {
  ...{ id: boxId('Service', 'kube-system', 'kube-dns'), role: 'service', kind: 'Service' },
  ...{ namespace: 'kube-system', name: 'kube-dns', wrong: [] },
};

/** What policies of the network make of connections. */
export interface Network {
  /** Who is on the other side and written nowhere: the world, and the DNS of the cluster. */
  readonly boxes: readonly PictureBox[];
  readonly wires: readonly Wire[];
  /** How many workloads nobody was asked about. */
  readonly left: number;
}

/** A workload by one of its pods, which stands for all of them: their labels and ports are the same. */
interface Maker {
  readonly id: string;
  readonly pod: PodState;
  readonly party: Party;
}

type Socket = Pick<Connection, 'port' | 'protocol'>;

/**
 * Who may open a connection to whom, of all those of whom some NetworkPolicy has a say. Every connection is asked of the
 * cluster; one that no policy isolates is left out, since it is open anyway.
 */
export function networkOf(view: View): Network {
  const policies = lookup(view.state.resources).ofKind('networking.k8s.io', 'NetworkPolicy');
  if (policies.length === 0) return { boxes: [], wires: [], left: 0 };
  const all = makersIn(view);
  const asked = all.slice(0, mostMakers);
  const wires = asked.flatMap((to) => [
    ...asked.flatMap((from) => (from === to ? [] : wiresBetween(view, from, to, socketsOf(view, to.pod)))),
    ...wiresBetween(view, { id: outsideBox.id, party: outside }, to, socketsOf(view, to.pod)),
    ...wiresBetween(view, to, { id: outsideBox.id, party: outside }, socketsNamed(view, to.pod.namespace)),
    ...dnsWires(view, to),
  ]);
  const named = (box: PictureBox) => wires.some(({ from, to }) => from === box.id || to === box.id);
  return { boxes: [outsideBox, dnsBox].filter(named), wires, left: all.length - asked.length };
}

/** One pod of each workload, one that has an address where there is one. */
function makersIn({ state }: View): readonly Maker[] {
  const found = new Map<string, PodState>();
  for (const pod of state.pods) {
    const id = boxId(pod.from.kind, pod.from.namespace, pod.from.name);
    if ((found.get(id)?.ip ?? '') === '') found.set(id, pod);
  }
  return [...found].map(([id, pod]) => ({ id, pod, party: partyOf(pod) }));
}

/** A wire for the ports that are open, one for those that are closed, one for those of which the address decides. */
function wiresBetween(
  view: View,
  from: Pick<Maker, 'id' | 'party'>,
  to: Pick<Maker, 'id' | 'party'>,
  sockets: readonly Socket[],
): readonly Wire[] {
  const found = new Map<Passes, Wire>();
  for (const socket of sockets) {
    const answer = ask(view, { from: from.party, to: to.party, ...socket });
    if (!answer) continue;
    const { passes, because } = answer;
    const labels = [...(found.get(passes)?.labels ?? []), socketText(socket)];
    const broken = passes === 'no';
    found.set(passes, { from: from.id, to: to.id, kind: 'network', broken, passes, labels, because });
  }
  return [...found.values()];
}

/** Undefined where no policy has a say. An address that nobody knows may be in any block of addresses, or in none. */
function ask({ state }: View, connection: Connection): { readonly passes: Passes; readonly because: Hop } | undefined {
  const { hops, outcome } = connect(state, connection);
  const because = hops.at(-1);
  if (!because) return undefined;
  const told = { ...because, data: toldOf(because.data) };
  if (outcome.decision === 'allowed') return { passes: 'yes', because: told };
  const unknown = (party: Party): Party => (party === outside ? { ...outside, ip: '', unknownAddress: true } : party);
  const { from, to } = connection;
  const open = connect(state, { ...connection, from: unknown(from), to: unknown(to) });
  return { passes: open.outcome.decision === 'allowed' ? 'by-address' : 'no', because: told };
}

/** Names the world outside in words. */
const toldOf = (data: Hop['data']): Hop['data'] =>
  Object.fromEntries(
    Object.entries(data).map(([key, fact]) => [key, fact === outside.label ? { ...everywhere } : fact]),
  );

/** Whoever may not ask for names reaches nobody by name. Who may is not told: nothing is wrong with it. */
function dnsWires({ state }: View, { id, party }: Maker): readonly Wire[] {
  const denied = dnsDenied(state, party, '');
  if (!denied) return [];
  const because = { ...denied, data: { ...denied.data, host: { ...anyName } } };
  return [{ from: id, to: dnsBox.id, kind: 'network', broken: true, passes: 'no', labels: [':53/UDP'], because }];
}

/** Ports that a pod declares, and those that Services lead to; where there are none, those that it is known to listen on. */
function socketsOf({ state }: View, pod: PodState): readonly Socket[] {
  const containers = [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])];
  const declared = containers.flatMap(({ ports }) =>
    (ports ?? []).map(({ containerPort, protocol }) => ({ port: containerPort, protocol: protocolOf(protocol) })),
  );
  const served = services(state).flatMap((service) =>
    portsOf(service).flatMap(({ name, port, protocol }) =>
      endpointsOf(state, service, name ?? port).flatMap((endpoint) =>
        endpoint.pod.from === pod.from ? [{ port: endpoint.port, protocol: protocolOf(protocol) }] : [],
      ),
    ),
  );
  const known = [...declared, ...served];
  const listening = pod.containers.flatMap(({ listens }) => (listens === 'any' ? [] : listens));
  return distinct(known.length > 0 ? known : listening.map((port) => ({ port })));
}

/** HTTPS, and the ports that policies of a namespace name for what goes out. */
function socketsNamed({ state }: View, namespace: string): readonly Socket[] {
  const policies = lookup(state.resources).inNamespace('networking.k8s.io', 'NetworkPolicy', namespace);
  const named = policies
    .flatMap(({ data }) => fieldsList(fields(fields(data).spec).egress))
    .flatMap(({ ports }) => fieldsList(ports))
    .filter(({ protocol }) => protocolOf(protocol) === 'TCP')
    .flatMap(({ port }) => integer(port) ?? []);
  return distinct([443, ...named].map((port) => ({ port })));
}

const protocolOf = (written: unknown): NonNullable<Connection['protocol']> =>
  written === 'UDP' || written === 'SCTP' ? written : 'TCP';

const socketText = ({ port, protocol = 'TCP' }: Socket): string =>
  protocol === 'TCP' ? `:${port}` : `:${port}/${protocol}`;

const distinct = (sockets: readonly Socket[]): readonly Socket[] =>
  [...new Map(sockets.map((one) => [socketText(one), one])).values()].slice(0, mostPorts);
