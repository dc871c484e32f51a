import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { ofKind, type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { inheritedAnnotation, keys, type Written } from '../annotations.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import { listsPort } from '../ports.ts';
import { takenBy } from '../routes/find.ts';
import type { Arrival } from './arrival.ts';
import { asidesOf } from './asides.ts';
import { satisfies } from './authentications.ts';
import type { PolicyClient } from './client.ts';
import { type DefaultPolicy, defaultPolicies } from './default-policies.ts';
import { admits, defaultPolicyOf } from './defaults.ts';
import { routesOf } from './routes.ts';
import { serverAuthorizationFor } from './server-authorizations.ts';
import { policyGroup, type Server, serverOf } from './servers.ts';

export interface AuthorizationOutcome {
  readonly decision: 'allow' | 'deny';
  /** What decided: `AuthorizationPolicy/x`, `ServerAuthorization/x`, `Server/x`, the name of a default policy, or `probes`. */
  readonly by: string;
  /** Let through only because the policy is `audit`: it is logged and counted. */
  readonly audited?: boolean;
  /** The client gets this status instead of an answer; a connection without HTTP is closed. */
  readonly status?: 403 | 404;
}

type Decided = Trace<AuthorizationOutcome>;

/**
 * Whether the proxy of a pod lets a connection in. A port with a Server is closed to whom no AuthorizationPolicy lets
 * in, unless its `accessPolicy` says otherwise; a port without one follows the default policy of its pod.
 * @see https://linkerd.io/2-edge/features/server-policy/
 */
export function authorize(mesh: LinkerdMesh, arrival: Arrival): Decided {
  const server = serverOf(mesh, arrival.pod, arrival.port);
  return server ? atServer(mesh, server, arrival) : byDefault(mesh, arrival);
}

function byDefault(mesh: LinkerdMesh, arrival: Arrival): Decided {
  const { from, to, pod, client, probe } = arrival;
  const { policy, by } = defaultPolicyOf(mesh, pod);
  const place = by ? { resource: refOf(by.on), at: by.at } : {};
  const identity = requiresIdentity(mesh, arrival);
  if (identity && policy !== 'deny' && policy !== 'audit' && client.identity === undefined && !probe) {
    const where = { resource: refOf(identity.on), at: identity.at };
    return denied(policy, hop(hops, 'policy', 'identityRequired', { from, to, port: arrival.port }, where), arrival);
  }
  const open = admits(policy, client) || probe;
  const said = hop(hops, 'policy', open ? 'allowedByDefault' : 'deniedByDefault', { from, to, policy }, place);
  const { outcome, hops: decided } = open ? allowed(policy, said, policy === 'audit') : denied(policy, said, arrival);
  return { outcome, hops: [...asidesOf(mesh, arrival), ...decided] };
}

/**
 * Ports of a pod that its default policy opens to identities alone. A Server of the port decides by itself.
 * @see https://linkerd.io/2-edge/reference/proxy-configuration/
 */
function requiresIdentity(mesh: LinkerdMesh, { pod, port }: Arrival): Written | undefined {
  const written = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.requireIdentity);
  return written && listsPort(written.value, port) ? written : undefined;
}

function atServer(mesh: LinkerdMesh, server: Server, arrival: Arrival): Decided {
  const { from, client, request, probe } = arrival;
  const routes = routesOf(mesh, server);
  const place = { resource: refOf(server), at: server.at };
  if (probe && routes.length === 0) {
    return allowed('probes', hop(hops, 'policy', 'probeAllowed', { server: server.name }, place));
  }
  const route = request && takenBy(routes, request)?.route;
  if (request && routes.length > 0 && !route) {
    const { method, path } = request;
    const data = { server: server.name, routes: routes.map(({ name }) => `\`${name}\``), method, path };
    return denied(`Server/${server.name}`, hop(hops, 'policy', 'noRoute', data, place), arrival, 404);
  }
  const policy = policiesFor(mesh, server, route).find((one) => letsIn(mesh, one, client));
  if (policy) {
    const where = { resource: refOf(policy), at: policy.at };
    const said = hop(hops, 'policy', 'allowedBy', { from, policy: policy.name, server: server.name }, where);
    return allowed(`AuthorizationPolicy/${policy.name}`, said);
  }
  const older = serverAuthorizationFor(mesh, server, client);
  if (older) {
    const where = { resource: refOf(older), at: older.at };
    const said = hop(hops, 'policy', 'allowedByOlder', { from, policy: older.name, server: server.name }, where);
    return allowed(`ServerAuthorization/${older.name}`, said);
  }
  const access = accessPolicyOf(server);
  if (admits(access, client)) {
    const data = { from, server: server.name, policy: access };
    const at = spanOf(server.data.spec, 'accessPolicy') ?? server.at;
    return allowed(
      `Server/${server.name}`,
      hop(hops, 'policy', 'allowedByServer', data, { ...place, at }),
      access === 'audit',
    );
  }
  return denied(`Server/${server.name}`, tellDenied(server, arrival), arrival);
}

function tellDenied(server: Server, { from, client: { identity } }: Arrival): Hop {
  const place = { resource: refOf(server), at: server.at };
  const data = { from, server: server.name };
  return identity === undefined
    ? hop(hops, 'policy', 'deniedWithoutIdentity', data, place)
    : hop(hops, 'policy', 'deniedByServer', { ...data, identity }, place);
}

function accessPolicyOf({ data }: Server): DefaultPolicy {
  return defaultPolicies.find((known) => known === data.spec?.accessPolicy) ?? 'deny';
}

/** The policies for a Server, for one of its routes, or for every policy object of its namespace. */
function policiesFor({ state }: LinkerdMesh, server: Server, route: Resource | undefined): readonly Resource[] {
  return ofKind(state, 'AuthorizationPolicy', policyGroup).filter(({ namespace, data }) => {
    if (namespace !== server.namespace) return false;
    const { kind, name, group } = fields(fields(fields(data).spec).targetRef);
    if (kind === 'Namespace') return name === namespace;
    if (kind === 'Server') return group === policyGroup && name === server.name;
    return route !== undefined && kind === route.kind && name === route.name && group === route.group;
  });
}

/** Every required authentication must hold; a policy that refers to one that does not exist is ignored. */
function letsIn(mesh: LinkerdMesh, policy: Resource, client: PolicyClient): boolean {
  const required: readonly Fields[] = fieldsList(fields(fields(policy.data).spec).requiredAuthenticationRefs);
  return required.every((reference) => satisfies(mesh, policy, reference, client) === true);
}

const allowed = (by: string, said: Hop, audited = false): Decided => ({
  hops: [said],
  outcome: { decision: 'allow', by, ...(audited && { audited }) },
});

const denied = (by: string, said: Hop, { request }: Arrival, status: 403 | 404 = 403): Decided => ({
  hops: [said],
  outcome: { decision: 'deny', by, ...(request && { status }) },
});
