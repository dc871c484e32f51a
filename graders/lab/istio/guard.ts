import type { Hop } from '../../core/trace.ts';
import { clusterDomain } from '../cluster/index.ts';
import { type Enforcer, isEnforcedBy } from './attachment.ts';
import { authenticate, claimHeaders } from './authn/token.ts';
import { askOthers } from './authz/custom.ts';
import { decide } from './authz/decide.ts';
import type { Facts } from './authz/facts.ts';
import { asRead, type Call } from './call.ts';
import type { Mesh } from './mesh.ts';
import type { Authorization, Token } from './outcome.ts';
import { isPreflight } from './route/cors.ts';
import type { Client } from './source.ts';
import { asNodeReads } from './waypoint/ztunnel.ts';

/** A request at the door of a proxy that answers for a workload. */
export interface Visit {
  readonly mesh: Mesh;
  readonly client: Client;
  readonly call: Call;
  /** The proxy sees an HTTP request, and not only a connection. */
  readonly http: boolean;
  /** The name in the TLS of the mesh, of a client that came with a certificate of it. */
  readonly meshName?: string;
  /** It is the proxy of a node, in ambient mode. */
  readonly node?: boolean;
}

export type Verdict =
  /** `token`: the one that was accepted, some of whose claims may have become headers. */
  | {
      readonly authorization: Authorization;
      readonly token?: Token;
      /** Somebody who was asked is only taken to allow it. */
      readonly assumed?: boolean;
      /** What the request carries from here on. */
      readonly headers: ReadonlyMap<string, string>;
    }
  | {
      readonly status: 401 | 403;
      readonly refusal: 'invalid-token' | 'denied-by-policy';
      readonly authorization?: Authorization;
    };

/**
 * What those say who are asked, authentication of the token, then authorization, by the policies that are for a workload.
 * The token of a preflight is not looked at, but authorization does not tell it from any other OPTIONS.
 * @param port of the pod; at a waypoint, of the Service
 * @param peer whether the client showed a certificate of the mesh
 */
export function guard(
  visit: Visit,
  workload: Enforcer & { readonly ip: string },
  port: number,
  peer: boolean,
  say: (hop: Hop) => void,
): Verdict {
  const { mesh, call, http, node } = visit;
  const own = mesh.requestAuthentications.filter((policy) => isEnforcedBy(policy, workload));
  const enforced = mesh.authorizationPolicies.filter((policy) => isEnforcedBy(policy, workload));
  const policies = node ? asNodeReads(enforced, say) : enforced;
  const seen = seenIn(visit, workload, port, peer);
  const { denied, assumed } = askOthers(policies, mesh.authorizer, seen, say);
  if (denied) return { status: 403, refusal: 'denied-by-policy', authorization: denied };
  const token = http && !isPreflight(call) ? authenticate(own, call.token, say) : 'unread';
  if (token === 'refused') return { status: 401, refusal: 'invalid-token' };
  const accepted = typeof token === 'object' ? token.acceptedBy : undefined;
  const claims = accepted && call.token ? claimHeaders(accepted, call.token) : new Map<string, string>();
  const headers = claims.size > 0 ? new Map([...call.headers, ...claims]) : call.headers;
  const facts: Facts = {
    ...seen,
    headers,
    token: accepted ? call.token : undefined,
    ...(accepted && { spaced: accepted.spaced }),
  };
  const authorization = decide(policies, facts, say);
  if (authorization.decision === 'deny') return { status: 403, refusal: 'denied-by-policy', authorization };
  return { authorization, headers, ...(facts.token && { token: facts.token }), ...(assumed && { assumed }) };
}

/** What is known of a visit before its token is looked at. */
function seenIn(
  { mesh, client, call, http, meshName }: Visit,
  { ip, waypoint }: Enforcer & { readonly ip: string },
  port: number,
  peer: boolean,
): Facts {
  return {
    http,
    principal: peer ? principalOf(client) : undefined,
    sourceIp: client.ip,
    remoteIp: client.remoteIp ?? client.ip,
    destinationIp: ip,
    port,
    ...(waypoint?.podPort !== undefined && { podPort: waypoint.podPort }),
    sni: meshName ?? (call.scheme === 'https' && !call.opened ? call.host : undefined),
    method: call.method,
    path: http ? asRead(call, mesh.config.paths).path : call.path,
    host: call.authority,
    headers: call.headers,
    token: undefined,
  };
}

function principalOf({ namespace, serviceAccount }: Client): string {
  return `${clusterDomain}/ns/${namespace}/sa/${serviceAccount}`;
}
