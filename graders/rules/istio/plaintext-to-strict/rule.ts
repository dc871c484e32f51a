import { fullHostOf, rootNamespace, serverMode } from '../../../lab/istio/index.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { type PeerAuthentication, readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf } from '../../../model/workloads/services.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/plaintext-to-strict',
  severity: 'warning',
  title: {
    es: 'El cliente apaga el cifrado que exige el servidor',
    en: 'The client turns off the encryption the server demands',
  },
  over: 'manifests',
  messages: {
    all: {
      es: 'Toda la malla solo acepta mTLS (`{policy}`), y este DestinationRule lo apaga para todos: las conexiones fallarán.',
      en: 'The whole mesh only accepts mTLS (`{policy}`), and this DestinationRule turns it off for everybody: connections will fail.',
    },
    off: {
      es: 'Los pods de `{service}` solo aceptan mTLS (`{policy}`), y este DestinationRule lo apaga: las conexiones fallarán.',
      en: 'The pods of `{service}` only accept mTLS (`{policy}`), and this DestinationRule turns it off: connections will fail.',
    },
  },
  check(manifests, say) {
    const policies = ofKind(manifests, 'PeerAuthentication', 'security.istio.io').map(readPeerAuthentication);
    const { destinationRules, serviceOf, templates } = readWorld(manifests);
    const whole = strictMesh(policies);
    for (const { resource, host, namespace, policy } of destinationRules) {
      if (
        whole &&
        /^\*(?:\.local|\.cluster\.local|\.svc\.cluster\.local)?$/.test(host) &&
        policy?.tls?.mode === 'DISABLE'
      )
        say('all', placeOf(resource, policy.tls, 'mode'), { policy: whole });
      const service = serviceOf(fullHostOf(host, namespace));
      if (!service || policy?.tls?.mode !== 'DISABLE') continue;
      const [port] = service.ports;
      for (const pod of podsOf(service, templates).slice(0, 1)) {
        const target = Number(port?.targetPort ?? port?.port ?? 0);
        const { mode, from } = serverMode(policies, pod, target);
        if (mode === 'STRICT' && from) {
          say('off', placeOf(resource, policy.tls, 'mode'), { service: service.resource.name, policy: from.name });
        }
      }
    }
  },
});

/** The name of the policy that makes the whole mesh strict, if no namespace or workload has another. */
function strictMesh(policies: readonly PeerAuthentication[]): string | undefined {
  const root = policies.find(({ namespace, selector }) => namespace === rootNamespace && !selector);
  const others = policies.some((policy) => policy !== root && policy.mode !== undefined && policy.mode !== 'STRICT');
  return root?.mode === 'STRICT' && !others ? root.resource.name : undefined;
}
