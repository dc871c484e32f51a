import { policyRefusals, policyWords } from '../../../lab/linkerd/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'linkerd/refused-policy',
  severity: 'error',
  title: { es: 'Linkerd no admite la política', en: 'Linkerd refuses the policy' },
  over: 'manifests',
  messages: policyWords,
  check({ resources }, say) {
    for (const resource of resources) {
      // The facts of a reason are those of its message: the lab notes both together.
      for (const { key, at, data } of policyRefusals(resource, resources)) say(key, at, data as never);
    }
  },
});
