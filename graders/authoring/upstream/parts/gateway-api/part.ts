import type { Json } from '../../../../core/json.ts';
import {
  apiRouteKinds,
  apiWorldOf,
  gatewayConditions,
  openMesh,
  programmedOf,
  routeStatus,
  send,
} from '../../../../lab/istio/index.ts';
import type { Part } from '../../part.ts';
import { apart, isBroken, type Said, said, urlOf } from '../istio-routes/part.ts';
import { pod, stateOf } from '../world.ts';
import { type Call, type Input, make, questions } from './make.ts';

interface Answer {
  /** Conditions by what they are about. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  readonly calls: readonly Said[];
}

/** What is said of several listeners comes in any order. */
const inOrder = (message: string): string => message.split('; ').sort().join('; ');

type Condition = ReturnType<typeof programmedOf>;
const tell = (conditions: readonly Condition[]): readonly string[] =>
  conditions
    .map(({ type, status, reason, message }) => `${type} ${status ? 'True' : 'False'} ${reason}: ${inOrder(message)}`)
    .sort();

function answer({ objects, calls }: Input): Answer {
  const all = [...objects, ...objects.flatMap(podsOf), client('shop'), client('other')];
  // Everything there is was created: a Secret that is not seen is nowhere.
  const state = { ...stateOf(all), asCreated: true as const };
  const world = apiWorldOf(state);
  const statuses = new Map<string, readonly string[]>();
  for (const one of state.resources) {
    const { kind, namespace, name, group } = one;
    if (group !== 'gateway.networking.k8s.io') continue;
    if (apiRouteKinds.includes(kind)) {
      for (const { parent, conditions } of routeStatus(one, world)) {
        const parts = [`${parent.kind} ${parent.namespace}/${parent.name}`, parent.section, parent.port];
        const about = parts.filter((part) => part !== undefined).join(' ');
        statuses.set(`${kind} ${namespace}/${name} ${about}`, tell(conditions));
      }
    }
    if (kind !== 'Gateway' || !world.gateways.includes(one)) continue;
    const { accepted, resolvedRefs, listeners } = gatewayConditions(one, world);
    statuses.set(
      `Gateway ${namespace}/${name}`,
      tell([accepted, resolvedRefs, programmed(`${name}-istio.${namespace}`, listeners)]),
    );
    for (const listener of listeners) {
      statuses.set(`Gateway ${namespace}/${name} ${listener.name}`, [
        ...tell(listener.conditions),
        `attached ${listener.attachedRoutes}`,
        `kinds ${listener.kinds.join(',')}`,
      ]);
    }
  }
  const mesh = openMesh(state, { sidecars: () => true });
  return { statuses: Object.fromEntries(statuses), calls: calls.map((call) => saidOf(mesh, call)) };
}

/** A balancer that has not given an address yet. */
function programmed(
  name: string,
  listeners: readonly { readonly isOpen: boolean; readonly port: number }[],
): Condition {
  const host = `${name}.svc.cluster.local`;
  const ports = [...new Set(listeners.filter(({ isOpen }) => isOpen).map(({ port }) => port))];
  const pending = { reason: 'AddressNotAssigned', message: `address pending for hostname "${host}"` };
  return programmedOf({
    internal: ports.map((port) => `${host}:${port}`),
    warnings: ports.length > 0 ? [pending] : [],
  });
}

function saidOf(mesh: ReturnType<typeof openMesh>, call: Call): Said {
  const { method, headers, gateway, tls } = call;
  const way = gateway === undefined ? { from: `${call.from}/web` } : { from: 'outside', gateway: `${gateway}-istio` };
  const { outcome } = send(mesh, { ...way, url: urlOf(call, tls ? 'https' : 'http'), method, headers });
  if (tls && isBroken(outcome)) return { refused: 'connection' };
  // What nothing listens for has no routes.
  return outcome.refusal === 'no-listener' ? { status: 404 } : said(outcome, call);
}

/** A pod behind each Service, and the proxy of each Gateway. */
function podsOf(object: Json): readonly Json[] {
  const { kind, metadata } = object as unknown as { kind: string; metadata: { name: string; namespace: string } };
  const { name, namespace } = metadata;
  if (kind === 'Service') return [pod(`${name}-1`, namespace, { app: name })];
  if (kind !== 'Gateway') return [];
  const { spec } = object as unknown as { spec: { gatewayClassName: string } };
  return spec.gatewayClassName === 'istio'
    ? [pod(`${name}-istio`, namespace, { 'gateway.networking.k8s.io/gateway-name': name })]
    : [];
}

const client = (namespace: string): Json => pod('web', namespace, { app: 'web' });

/** Where two answers differ: names of conditions, and fields of what becomes of requests. */
function unlike(ours: Answer, theirs: Answer): readonly string[] {
  if (!ours.statuses || !theirs.statuses) return ['no answer'];
  const about = [...new Set([...Object.keys(ours.statuses), ...Object.keys(theirs.statuses)])];
  const [mine, yours] = [new Map(Object.entries(ours.statuses)), new Map(Object.entries(theirs.statuses))];
  return [
    ...about.flatMap((name) => {
      const [one = [], other = []] = [mine.get(name), yours.get(name)];
      const different = [
        ...one.filter((line) => !other.includes(line)),
        ...other.filter((line) => !one.includes(line)),
      ];
      return different.map((line) => `${name.split(' ')[0]}: ${line.split(' ').slice(0, 3).join(' ')}`);
    }),
    ...ours.calls.flatMap((call, index) => {
      const different = apart(call, theirs.calls[index] ?? {});
      return different.length > 0 ? [`request: ${different.join('+')}`] : [];
    }),
  ];
}

export const gatewayApi: Part = {
  name: 'gateway-api',
  what: 'Gateways, HTTPRoutes, GRPCRoutes and TLSRoutes: statuses, and where requests go at gateways and in the mesh, by what istiod converts them into',
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pilot/pkg/config/kube/gateway',
  questions,
  make,
  answer: (input: Input) => answer(input) as never,
  same: (ours: Answer, theirs: Answer) => unlike(ours, theirs).length === 0,
  kindOf: (_: Input, ours: Answer, theirs: Answer) => [...new Set(unlike(ours, theirs))].sort().join(', '),
  deviations: [],
};
