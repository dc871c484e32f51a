import { fieldSpan } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { rule } from '../../rule.ts';
import { mayBeFor, policyObjects } from '../policies.ts';

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
    const policies = policyObjects(manifests, 'AuthorizationPolicy');
    const older = policyObjects(manifests, 'ServerAuthorization');
    for (const server of policyObjects(manifests, 'Server')) {
      const { accessPolicy } = fields(fields(server.data).spec);
      const place = server.namespace ?? 'default';
      if (accessPolicy !== undefined && accessPolicy !== 'deny') continue;
      if (older.some(({ namespace }) => namespace === place)) continue;
      if (policies.some((policy) => mayBeFor(policy, server))) continue;
      say('closed', fieldSpan(server, 'spec'), { server: server.name, namespace: place });
    }
  },
});
