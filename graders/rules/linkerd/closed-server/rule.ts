import { lookup } from '../../../model/manifests/lookup.ts';
import { fieldSpan } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { rule } from '../../rule.ts';
import { mayBeFor, missesItsPods, policyGroup, policyObjects } from '../policies.ts';

export default rule({
  id: 'linkerd/closed-server',
  severity: 'warning',
  title: { es: 'Un Server al que nadie puede entrar', en: 'A Server nobody can enter' },
  over: 'manifests',
  messages: {
    closed: {
      es: 'El Server `{server}` deniega todo lo que nadie autoriza, y ninguna AuthorizationPolicy de `{namespace}` es para él.',
      en: 'Server `{server}` denies whatever nobody authorizes, and no AuthorizationPolicy of `{namespace}` is for it.',
    },
  },
  check(manifests, say) {
    const known = lookup(manifests.resources);
    for (const server of policyObjects(manifests, 'Server')) {
      const { accessPolicy } = fields(fields(server.data).spec);
      const place = server.namespace ?? 'default';
      if (accessPolicy !== undefined && accessPolicy !== 'deny') continue;
      // Another rule says that it closes nothing.
      if (missesItsPods(server, manifests)) continue;
      if (known.inNamespace(policyGroup, 'ServerAuthorization', place).length > 0) continue;
      if (known.inNamespace(policyGroup, 'AuthorizationPolicy', place).some((policy) => mayBeFor(policy, server)))
        continue;
      say('closed', fieldSpan(server, 'spec'), { server: server.name, namespace: place });
    }
  },
});
