import { fullHostOf, serverMode } from '../../../lab/istio/index.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
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
    off: {
      es: 'Los pods de `{service}` solo aceptan mTLS (`{policy}`), y este DestinationRule lo apaga: las conexiones fallarán.',
      en: 'The pods of `{service}` only accept mTLS (`{policy}`), and this DestinationRule turns it off: connections will fail.',
    },
  },
  check(manifests, say) {
    const policies = ofKind(manifests, 'PeerAuthentication', 'security.istio.io').map(readPeerAuthentication);
    const { destinationRules, serviceOf, templates } = readWorld(manifests);
    for (const { resource, host, namespace, policy } of destinationRules) {
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
