import type { Json } from '../../../../core/json.ts';
import { openMesh, send, type Token } from '../../../../lab/istio/index.ts';
import type { Part } from '../../part.ts';
import { type Claims, type Input, make, questions, type Visit } from './make.ts';
import { stateOf } from './world.ts';

function answer({ configs, visits, providers, answers }: Input): Json {
  const settings = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'istio', namespace: 'istio-system' },
    data: { mesh: JSON.stringify({ extensionProviders: providers }) },
  };
  const mesh = openMesh(stateOf([settings, ...configs]), { authorizers: answers });
  return visits.map((visit) => {
    const { from, url, method, token } = visit;
    const { outcome } = send(mesh, {
      from,
      url,
      method,
      headers: sent(visit),
      ...(token && { token: tokenOf(token) }),
    });
    if (outcome.refusal === 'invalid-token') return 'no valid token';
    if (outcome.refusal === 'denied-by-policy') return 'denied';
    return outcome.destinations.length > 0 ? 'allowed' : (outcome.refusal ?? String(outcome.status));
  });
}

/** The headers that a client writes: those with a colon make themselves, but for another host. */
function sent({ headers, url }: Visit): Readonly<Record<string, string>> {
  const written = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
  const host = headers[':authority'];
  return host === undefined || new URL(url).host === host ? written : { ...written, host };
}

function tokenOf({ iss, sub, aud, ...claims }: Claims): Token {
  return {
    issuer: iss,
    ...(typeof sub === 'string' && { subject: sub }),
    ...(Array.isArray(aud) && { audiences: aud as readonly string[] }),
    claims,
  };
}

export const istioAuthorization: Part = {
  name: 'istio-authorization',
  what: "whom the sidecar of a server lets in, by istiod's filters for tokens and authorization",
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pilot/pkg/security/authz/builder',
  questions,
  make,
  answer,
  kindOf: ({ visits }: Input, ours: readonly string[], theirs: readonly string[]) =>
    [
      ...new Set(
        ours.flatMap((one, index) =>
          one === theirs[index] ? [] : [`${visits[index]?.http ? 'HTTP' : 'TCP'}: ${one} here, ${theirs[index]} there`],
        ),
      ),
    ]
      .sort()
      .join('; '),
  deviations: [],
};
