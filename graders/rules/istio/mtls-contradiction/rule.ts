import { fullHostOf, serverMode } from '../../../lab/istio/index.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { type AuthorizationPolicy, readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { type PeerAuthentication, readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf } from '../../../model/workloads/services.ts';
import type { PodTemplate } from '../../../model/workloads/templates.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

/** Fields of a source that only a certificate of the mesh can meet. */
const identities = ['principals', 'namespaces', 'serviceAccounts', 'trustDomains'] as const;

export default rule({
  id: 'istio/mtls-contradiction',
  severity: 'warning',
  title: { es: 'Se cuenta con mTLS donde está apagado', en: 'mTLS is counted on where it is turned off' },
  over: 'manifests',
  messages: {
    client: {
      es: 'Los pods de `{service}` no usan mTLS (`{policy}`), y este DestinationRule lo exige al cliente: las conexiones fallarán.',
      en: 'The pods of `{service}` use no mTLS (`{policy}`), and this DestinationRule demands it of the client: connections will fail.',
    },
    identity: {
      es: '`{field}` pide una identidad, y sin mTLS nadie la trae: el PeerAuthentication `{policy}` lo apaga en estos pods, y esta condición no se cumple nunca.',
      en: '`{field}` asks for an identity, and without mTLS nobody has one: PeerAuthentication `{policy}` turns it off for these pods, and this condition never holds.',
    },
  },
  check(manifests, say) {
    const policies = ofKind(manifests, 'PeerAuthentication', 'security.istio.io').map(readPeerAuthentication);
    if (!policies.some(({ mode }) => mode === 'DISABLE')) return;
    const { destinationRules, serviceOf, templates } = readWorld(manifests);
    for (const { resource, host, namespace, policy } of destinationRules) {
      if (policy?.tls?.mode !== 'ISTIO_MUTUAL') continue;
      const service = serviceOf(fullHostOf(host, namespace));
      const off = service && offFor(policies, podsOf(service, templates));
      if (off) say('client', placeOf(resource, policy.tls, 'mode'), { service: service.resource.name, policy: off });
    }
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      const authorization = readAuthorizationPolicy(resource);
      const off = authorization.targeted ? undefined : offFor(policies, podsFor(authorization, templates));
      if (!off) continue;
      for (const source of authorization.rules.flatMap(({ from = [] }) => from)) {
        const field = identities.find((one) => Array.isArray(source[one]) && source[one].length > 0);
        const at = field && (keySpanOf(source, field) ?? resource.at);
        if (field && at) say('identity', at, { field, policy: off });
      }
    }
  },
});

function podsFor({ namespace, selector }: AuthorizationPolicy, templates: readonly PodTemplate[]) {
  return byLabel(templates).with(namespace, (selector ?? {}) as Readonly<Record<string, string>>);
}

/** The policy that turns mutual TLS off for all of some pods, on every port; undefined for none. */
function offFor(policies: readonly PeerAuthentication[], pods: readonly PodTemplate[]): string | undefined {
  if (pods.length === 0 || policies.some(({ ports }) => ports.size > 0)) return undefined;
  const modes = pods.map((pod) => serverMode(policies, pod, 0));
  return modes.every(({ mode }) => mode === 'DISABLE') ? modes[0]?.from?.name : undefined;
}
