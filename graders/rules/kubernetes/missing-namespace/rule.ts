import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { rule } from '../../rule.ts';
import { isWorld } from '../worlds.ts';

/** Those every cluster is born with. */
const born = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export default rule({
  id: 'kubernetes/missing-namespace',
  severity: 'info',
  title: { es: 'Ningún fichero crea este espacio de nombres', en: 'No file creates this namespace' },
  over: 'manifests',
  messages: {
    missing: {
      es: 'Ningún fichero crea el espacio de nombres `{namespace}`: si el clúster no lo tiene ya, `kubectl apply` fallará.',
      en: 'No file creates the namespace `{namespace}`: unless the cluster has it already, `kubectl apply` will fail.',
    },
    slip: {
      es: 'Ningún fichero crea el espacio de nombres `{namespace}`, y sí `{near}`. ¿Es una errata?',
      en: 'No file creates the namespace `{namespace}`, but one creates `{near}`. Is it a slip?',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    const created = new Set(ofKind(manifests, 'Namespace', '').map(({ name }) => name));
    const known = new Set([...born, ...created]);
    for (const resource of manifests.resources) {
      const { namespace, metadata } = resource;
      if (namespace === undefined || typeof metadata.namespace !== 'string' || known.has(namespace)) continue;
      known.add(namespace);
      const near = lookalike(namespace, created);
      const at = placeOf(resource, metadata, 'namespace');
      if (near === undefined) say('missing', at, { namespace });
      else say('slip', at, { namespace, near });
    }
  },
});
