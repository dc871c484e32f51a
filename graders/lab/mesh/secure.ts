import type { Hop } from '../../core/trace.ts';
import { clusterDomain } from '../cluster/index.ts';
import { authenticate } from './authn/token.ts';
import { decide } from './authz/decide.ts';
import type { Facts } from './authz/facts.ts';
import type { Call } from './call.ts';
import type { Mesh } from './mesh.ts';
import type { Authorization } from './outcome.ts';
import { deliver, type Group, type Leg } from './receive.ts';
import { isFor } from './scope.ts';
import type { Client } from './source.ts';
import { connect } from './tls/connect.ts';
import type { Upstream } from './upstream.ts';

/** Traffic on its way to a group of pods. */
export interface Arrival {
  readonly mesh: Mesh;
  readonly client: Client;
  readonly call: Call;
  /** Where the client's proxy sends it; a client without proxy sends it `to` a host by itself. */
  readonly upstream?: Upstream;
  readonly to: string;
  /** The server's proxy sees an HTTP request, and not only a connection. */
  readonly http: boolean;
}

/** What the other end does with traffic: its proxy, if it has one, and then the application. */
export function receive(arrival: Arrival, group: Group, say: (hop: Hop) => void): Leg {
  const { mesh, client, call, upstream, to } = arrival;
  const [pod] = group.pods;
  const { port, share } = group;
  const workload = pod.workload.name;
  const about = { host: to, ...(upstream?.subset === undefined ? {} : { subset: upstream.subset }) };
  const attempt = { mesh, proxied: client.proxied, appTls: call.scheme === 'https', upstream, pod, port };
  const connection = connect(attempt, say);
  if ('refusal' in connection) {
    const seen = client.proxied ? { flag: 'UF', status: 503 } : {};
    return { failure: { refusal: connection.refusal, ...seen, ...about, workload, share } };
  }
  const { tls, peer } = connection;
  if (!mesh.hasSidecar(pod)) return deliver(group, { ...about, tls }, client.proxied, say);
  const verdict = guard(arrival, group, peer, say);
  if ('status' in verdict) {
    const { status, refusal, authorization } = verdict;
    const seen = arrival.http ? { status } : {};
    return { failure: { refusal, ...seen, ...about, workload, share }, ...(authorization && { authorization }) };
  }
  const leg = deliver(group, { ...about, tls }, true, say);
  return { ...leg, authorization: verdict.authorization };
}

type Verdict =
  | { readonly authorization: Authorization }
  | {
      readonly status: 401 | 403;
      readonly refusal: 'invalid-token' | 'denied-by-policy';
      readonly authorization?: Authorization;
    };

/** Authentication of the token, then authorization, in the proxy of the server. */
function guard(arrival: Arrival, { pods: [pod], port }: Group, peer: boolean, say: (hop: Hop) => void): Verdict {
  const { mesh, client, call, http } = arrival;
  const own = mesh.requestAuthentications.filter((policy) => isFor(policy, pod));
  const token = http ? authenticate(own, call.token, say) : 'unread';
  if (token === 'refused') return { status: 401, refusal: 'invalid-token' };
  const policies = mesh.authorizationPolicies.filter((policy) => !policy.targeted && isFor(policy, pod));
  const facts: Facts = {
    http,
    principal: peer ? principalOf(client) : undefined,
    sourceIp: client.ip,
    remoteIp: client.remoteIp ?? client.ip,
    destinationIp: pod.ip,
    port,
    sni: undefined,
    method: call.method,
    path: call.path,
    host: call.authority,
    headers: call.headers,
    token: token === 'accepted' ? call.token : undefined,
  };
  const authorization = decide({ policies, authorizer: mesh.authorizer }, facts, say);
  return authorization.decision === 'allow'
    ? { authorization }
    : { status: 403, refusal: 'denied-by-policy', authorization };
}

function principalOf({ namespace, serviceAccount }: Client): string {
  return `${clusterDomain}/ns/${namespace}/sa/${serviceAccount}`;
}
