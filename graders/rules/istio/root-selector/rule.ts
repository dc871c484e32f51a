import { rootNamespace } from '../../../lab/istio/index.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/root-selector',
  severity: 'warning',
  title: { es: 'Un PeerAuthentication que no se aplica', en: 'A PeerAuthentication that does not apply' },
  over: 'manifests',
  messages: {
    ignored: {
      es: 'En `{namespace}`, un PeerAuthentication con selector no se aplica a los pods de otros espacios de nombres.',
      en: 'In `{namespace}`, a PeerAuthentication with a selector does not apply to pods of other namespaces.',
    },
  },
  check(manifests, say) {
    for (const resource of ofKind(manifests, 'PeerAuthentication', 'security.istio.io')) {
      const { namespace, selector } = readPeerAuthentication(resource);
      if (namespace !== rootNamespace || !selector) continue;
      say('ignored', placeOf(resource, fields(fields(resource.data).spec), 'selector'), { namespace });
    }
  },
});
