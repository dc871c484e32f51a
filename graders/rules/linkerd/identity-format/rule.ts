import { fields } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { policyObjects } from '../policies.ts';

export default rule({
  id: 'linkerd/identity-format',
  severity: 'warning',
  title: { es: 'Una identidad que ningún proxy tiene', en: 'An identity that no proxy has' },
  over: 'manifests',
  messages: {
    short: {
      es: 'A `{identity}` le falta el final: `<cuenta>.<espacio>.serviceaccount.identity.linkerd.cluster.local`.',
      en: '`{identity}` lacks its end: `<account>.<namespace>.serviceaccount.identity.linkerd.cluster.local`.',
    },
  },
  check(manifests, say) {
    for (const resource of policyObjects(manifests, 'MeshTLSAuthentication')) {
      const { identities } = fields(fields(resource.data).spec);
      if (!Array.isArray(identities)) continue;
      for (const [index, identity] of identities.entries()) {
        if (typeof identity !== 'string') continue;
        if (isShort(identity)) say('short', spanOf(identities, index) ?? resource.at, { identity });
      }
    }
  },
});

/**
 * The name of an account, or what `linkerd viz edges` shows. Control planes in other namespaces and other trust domains
 * have longer identities that look different; what no DNS name can be, the schema already refuses.
 */
const isShort = (identity: string): boolean => /^[\w-]+(?:\.[\w-]+)?$/.test(identity);
