import { type Hop, hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import {
  isHeadless,
  type PodState,
  plainRequest,
  podNamed,
  portsOf,
  resolveHost,
  selectedPods,
  services,
} from '../../cluster/index.ts';
import { type Mesh, protocolOf, type Refusal, type RequestOutcome, send } from '../../istio/index.ts';
import { hops } from './hops.ts';
import { type FlowName, urlOf, wires } from './wire.ts';

/** A conversation from a client to a host. */
export interface Conversation {
  readonly flow: FlowName;
  /** `namespace/workload`, or `outside`. */
  readonly from: string;
  /** Name or address. */
  readonly host: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of it. */
export interface Carried {
  readonly hops: readonly Hop[];
  readonly outcome: RequestOutcome;
  readonly arrives: boolean;
  readonly refusal: Refusal | 'not-http' | null;
}

/** Sends a conversation of Hadoop through a mesh. */
export function carry(mesh: Mesh, { flow, from, host, path, headers }: Conversation): Carried {
  const { speaks, port } = wires[flow];
  if (isItself(mesh, from, host)) return toItself(mesh, from, urlOf(flow, host, path));
  const sent = send(mesh, { from, url: urlOf(flow, host, path), ...(headers && { headers }) });
  const { refusal, destinations } = sent.outcome;
  const arrives = refusal === undefined && destinations.length > 0;
  if (speaks === 'http') return { ...sent, arrives, refusal: refusal ?? null };
  const mistaken = arrives ? misdeclared(mesh, from, host, port) : undefined;
  const told = [...sent.hops, hop(hops, 'client', 'opaque', { port }), ...(mistaken ? [mistaken] : [])];
  return { ...sent, hops: told, arrives: arrives && !mistaken, refusal: mistaken ? 'not-http' : (refusal ?? null) };
}

const isItself = (mesh: Mesh, from: string, host: string): boolean =>
  from !== 'outside' && resolveHost(mesh.state, host.replace(/:\d+$/, ''), from.split('/')[0] ?? '').to === 'self';

/** A connection that never leaves the pod: no proxy has a say, and only its own processes may answer. */
function toItself({ state }: Mesh, from: string, url: string): Carried {
  const { hops: told, outcome } = plainRequest(state, { from, url });
  const arrives = outcome.destinations.length > 0;
  const refusal = arrives ? null : (outcome.refusal ?? 'connection-refused');
  const none = { destinations: [], failures: [], tls: 'plaintext', authorization: { decision: 'allow' } } as const;
  return { hops: told, outcome: none, arrives, refusal };
}

/**
 * What keeps an opaque protocol from passing a port that is declared to be HTTP, where any proxy is on the way. A port that nobody
 * declared is looked at, and what is no HTTP passes as it is.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
function misdeclared(mesh: Mesh, from: string, host: string, port: number): Hop | undefined {
  const { pods } = behind(mesh, from, host);
  const client = podNamed(mesh.state, from);
  if (![client, ...pods].some((pod) => pod !== undefined && mesh.hasSidecar(pod))) return undefined;
  for (const service of services(mesh.state)) {
    if (!selectedPods(mesh.state, service).some((pod) => pods.includes(pod))) continue;
    for (const one of portsOf(service)) {
      const { name, appProtocol, protocol } = one;
      if (one.port !== port || protocolOf({ number: port, name, appProtocol, protocol }) !== 'http') continue;
      const at = spanOf(one.written, 'name') ?? spanOf(one.written) ?? service.at;
      return hop(
        hops,
        'client',
        'misdeclared',
        { port, name: appProtocol ?? name ?? '' },
        { resource: refOf(service), at },
      );
    }
  }
  return undefined;
}

/** The ready pods that a host leads to, and whether a proxy may choose among them. */
export function behind(
  mesh: Mesh,
  from: string,
  host: string,
): { readonly pods: readonly PodState[]; readonly chosen: boolean } {
  const [namespace = 'default'] = from.split('/');
  const found = resolveHost(mesh.state, host, namespace);
  if (found.to === 'pod') return { pods: [found.pod], chosen: false };
  if (found.to !== 'service') return { pods: [], chosen: false };
  const pods = selectedPods(mesh.state, found.service).filter(({ ready }) => ready);
  return { pods, chosen: !isHeadless(found.service) };
}
