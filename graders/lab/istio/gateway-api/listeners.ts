import { memo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import type { GatewayHost } from '../../../model/mesh/gateway.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { integer, text } from '../../../model/workloads/values.ts';
import { selects } from '../../cluster/index.ts';
import { type Condition, condition, type Problem, unless } from './condition.ts';
import { tlsProblem } from './tls.ts';
import type { ApiWorld } from './world.ts';

/** A listener of a Gateway, as `istiod` judges it. */
export interface ApiListener {
  readonly gateway: Resource;
  readonly namespace: string;
  readonly node: Fields;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** As written; empty where none is. */
  readonly hostname: string;
  /** Whose routes may use it, and for which names. */
  readonly hosts: readonly GatewayHost[];
  /** Kinds of routes that may attach to it. */
  readonly kinds: readonly string[];
  readonly conditions: readonly Condition[];
  /** Routes can name it as their parent. */
  readonly isParent: boolean;
  /** The proxy opens it. */
  readonly isOpen: boolean;
  /** Nothing is wrong with it. */
  readonly isValid: boolean;
}

/**
 * The listeners of a Gateway. One that cannot stand beside an earlier one of the same port is left out; one that is wrong in
 * itself still takes routes, which then wait for it.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`buildListener`)
 */
export function listenersOf(gateway: Resource, world: ApiWorld): readonly ApiListener[] {
  return judgedIn(world)(gateway);
}

/** Every route asks for those of its parents again. */
const judgedIn = memo((world: ApiWorld) => memo((gateway: Resource) => judgedOf(gateway, world)));

function judgedOf(gateway: Resource, world: ApiWorld): readonly ApiListener[] {
  const spec = fields(fields(gateway.data).spec);
  const accepted: Listener[] = [];
  return fieldsList(spec.listeners).map((node) => {
    const listener = readListener(node);
    const prior = accepted.find((one) => collide(one, listener));
    if (!prior) accepted.push(listener);
    return judged(gateway, listener, prior, world, spec.gatewayClassName === 'istio-waypoint');
  });
}

type Listener = Pick<ApiListener, 'node' | 'name' | 'port' | 'protocol' | 'hostname'>;

function readListener(node: Fields): Listener {
  return {
    node,
    name: text(node.name) ?? '',
    port: integer(node.port) ?? 0,
    protocol: text(node.protocol) ?? '',
    hostname: text(node.hostname) ?? '',
  };
}

const byConnection: readonly string[] = ['TCP', 'UDP'];
const byHost: readonly string[] = ['HTTP', 'HTTPS', 'TLS'];

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec */
function collide(a: Listener, b: Listener): boolean {
  if (a.port !== b.port) return false;
  const isByHost = (one: Listener) => byHost.includes(one.protocol);
  const isByConnection = (one: Listener) => byConnection.includes(one.protocol);
  if (isByHost(a) && isByHost(b)) return (a.hostname || '*') === (b.hostname || '*');
  if ((isByHost(a) || isByConnection(a)) && (isByHost(b) || isByConnection(b))) return true;
  return a.protocol === b.protocol;
}

function judged(
  gateway: Resource,
  listener: Listener,
  prior: Listener | undefined,
  world: ApiWorld,
  isWaypoint: boolean,
): ApiListener {
  const { namespace = 'default' } = gateway;
  const { node, protocol, hostname } = listener;
  const { kinds, areValid } = kindsOf(listener);
  const wrongKinds = areValid
    ? undefined
    : condition('ResolvedRefs', false, 'InvalidRouteKinds', 'Invalid route kinds');
  const tls = fields(node.tls);
  const hasTls = node.tls !== undefined && node.tls !== null;
  const problem = hasTls ? tlsProblem(tls, namespace, world) : undefined;
  const unsupported = protocolProblem(listener, isWaypoint);
  const hasServer = hasTls || (protocol !== 'HTTPS' && protocol !== 'TLS');
  const isValid = !prior && !problem && !unsupported?.isFatal;
  const conditions = prior
    ? [...conflict(listener, prior), ...(wrongKinds ? [wrongKinds] : [])]
    : [
        unless(unsupported ?? notPermitted(problem), 'Accepted', 'Accepted', 'No errors found'),
        condition('Conflicted', false, 'NoConflicts', 'No errors found'),
        unless(problem && badTls, 'Programmed', 'Programmed', 'No errors found'),
        wrongKinds ?? unless(problem, 'ResolvedRefs', 'ResolvedRefs', 'No errors found'),
      ];
  return {
    ...listener,
    gateway,
    namespace,
    hosts: hostsOf(node, namespace, world).map((from) => ({ namespace: from, host: hostname.toLowerCase() || '*' })),
    kinds,
    conditions,
    isParent: !prior && hasServer && !isWaypoint,
    isOpen: !prior && hasServer,
    isValid,
  };
}

/** A certificate that may not be used is told so too, under the reason for those of authorities. */
function notPermitted(problem: Problem | undefined): Problem | undefined {
  if (problem?.reason !== 'RefNotPermitted') return undefined;
  return { reason: 'NoValidCACertificate', message: problem.message };
}

const badTls: Problem = { reason: 'Invalid', message: 'Bad TLS configuration' };

function conflict(listener: Listener, prior: Listener): readonly Condition[] {
  const reason =
    listener.protocol === prior.protocol && !byConnection.includes(listener.protocol)
      ? 'HostnameConflict'
      : 'ProtocolConflict';
  const message = 'Listener has a conflict with another listener attached to the same Gateway';
  return [
    condition('Accepted', false, reason, message),
    condition('Conflicted', true, reason, message),
    condition('Programmed', false, reason, message),
  ];
}

/** @returns `isFatal` where the listener is not opened because of it */
function protocolProblem(
  { protocol, port }: Listener,
  isWaypoint: boolean,
): (Problem & { isFatal: boolean }) | undefined {
  const reason = 'UnsupportedProtocol';
  const supported = [...byHost, 'TCP', 'HBONE'];
  if (isWaypoint) {
    if (port === 15008 && protocol === 'HBONE') return undefined;
    const message = 'Expected a single listener on port 15008 with protocol "HBONE"';
    return { reason, message, isFatal: !supported.includes(protocol) };
  }
  const named = JSON.stringify(protocol);
  if (protocol === 'HBONE') {
    return { reason, message: `protocol ${named} is only supported for waypoint proxies`, isFatal: true };
  }
  if (supported.includes(protocol)) return undefined;
  const upper = protocol.toUpperCase();
  const hint = supported.includes(upper) ? `. hint: ${JSON.stringify(upper)} (uppercase) may be supported` : '';
  return { reason, message: `protocol ${named} is unsupported${hint}`, isFatal: true };
}

/** The kinds of routes that a listener takes: of those of its protocol, those that it allows. */
function kindsOf({ node, protocol }: Listener): { readonly kinds: readonly string[]; readonly areValid: boolean } {
  const supported = kindsOfProtocol(protocol, fields(node.tls));
  const allowed = fieldsList(fields(node.allowedRoutes).kinds);
  if (allowed.length === 0) return { kinds: supported, areValid: true };
  const kinds = supported.filter((kind) =>
    allowed.some((one) => one.kind === kind && (one.group === undefined || one.group === gatewayGroup)),
  );
  return { kinds, areValid: kinds.length === allowed.length };
}

function kindsOfProtocol(protocol: string, tls: Fields): readonly string[] {
  switch (protocol) {
    case 'HTTP':
    case 'HTTPS':
      return ['HTTPRoute', 'GRPCRoute'];
    case 'TCP':
      return ['TCPRoute'];
    case 'TLS':
      return (text(tls.mode) ?? 'Terminate') === 'Terminate' ? ['TLSRoute', 'TCPRoute'] : ['TLSRoute'];
    default:
      return [];
  }
}

/** Namespaces whose routes may attach: the Gateway's own unless it says otherwise; `~` where it is none. */
function hostsOf(node: Fields, own: string, world: ApiWorld): readonly string[] {
  const allowed = fields(fields(node.allowedRoutes).namespaces);
  const from = text(allowed.from) ?? 'Same';
  if (from === 'Same') return [own];
  if (from === 'All' || allowed.selector === undefined || allowed.selector === null) return ['*'];
  const chosen = world.namespaces.filter(({ labels }) => selects(allowed.selector, labels)).map(({ name }) => name);
  return chosen.length > 0 ? chosen.sort() : ['~'];
}
