import { ofKind } from '../../../model/manifests/manifests.ts';
import { type PolicyRule, readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/split-policy-rule',
  severity: 'warning',
  title: { es: 'Dos reglas que parecen una', en: 'Two rules that look like one' },
  over: 'manifests',
  messages: {
    apart: {
      es: 'Esta regla solo tiene `{first}` y la anterior solo `{second}`: son dos reglas, y basta con cumplir una.',
      en: 'This rule has only `{first}` and the one before only `{second}`: they are two rules, and one is enough.',
    },
  },
  check(manifests, say) {
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      const { rules } = readAuthorizationPolicy(resource);
      for (const [index, current] of rules.entries()) {
        const before = onlyPart(rules[index - 1]);
        const part = onlyPart(current);
        if (before && part && before !== part)
          say('apart', placeOf(resource, current.node), { first: part, second: before });
      }
    }
  },
});

/** The one thing a rule looks at, if it is one. */
function onlyPart(rule: PolicyRule | undefined): 'from' | 'to' | 'when' | undefined {
  if (!rule) return undefined;
  const parts = [rule.from ? 'from' : '', rule.to ? 'to' : '', rule.when.length > 0 ? 'when' : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 1 ? (parts[0] as 'from' | 'to' | 'when') : undefined;
}
