import { rootNamespace } from '../../../lab/istio/index.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { type PolicyRule, readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/token-without-authentication',
  severity: 'warning',
  title: {
    es: 'Nadie comprueba el token que pide la política',
    en: 'Nobody checks the token that the policy asks for',
  },
  related: ['IST0149'],
  over: 'manifests',
  messages: {
    route: {
      es: 'Esta ruta mira el token, pero ningún RequestAuthentication lo comprueba: nunca se tomará.',
      en: 'This route looks at the token, but no RequestAuthentication checks it: it will never be taken.',
    },
    unread: {
      es: 'Esta política mira el token, pero ningún RequestAuthentication lo comprueba: nunca se cumplirá.',
      en: 'This policy looks at the token, but no RequestAuthentication checks it: it will never hold.',
    },
  },
  check(manifests, say) {
    const checked = new Set(
      ofKind(manifests, 'RequestAuthentication', 'security.istio.io').map(({ namespace }) => namespace ?? 'default'),
    );
    if (manifests.resources.length < 2) return;
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      const { namespace, rules } = readAuthorizationPolicy(resource);
      if (checked.has(namespace) || checked.has(rootNamespace)) continue;
      const at = rules.map(tokenPlace).find((place) => place !== undefined);
      if (at) say('unread', at, {});
    }
    if (checked.size > 0) return;
    for (const { resource, http } of readWorld(manifests).virtualServices) {
      for (const { node } of http.flatMap(({ matches }) => matches)) {
        for (const headers of [node.headers, node.withoutHeaders].map(fields)) {
          const name = Object.keys(headers).find((one) => one.startsWith('@request.auth.claims'));
          if (name !== undefined) say('route', keySpanOf(headers, name) ?? resource.at, {});
        }
      }
    }
  },
});

/** Where a rule asks for something that only an accepted token has. */
function tokenPlace({ from = [], when }: PolicyRule) {
  const source = from.find((one) => 'requestPrincipals' in one);
  if (source) return keySpanOf(source, 'requestPrincipals');
  const condition = when.find(({ key }) => key.startsWith('request.auth.'));
  return condition && spanOf(condition.node, 'key');
}
