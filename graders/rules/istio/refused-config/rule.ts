import { refusedStructures, verdictOf } from '../../../lab/istio/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/refused-config',
  severity: 'error',
  title: { es: 'Istio o la Gateway API no admiten el objeto', en: 'Istio or the Gateway API refuses the object' },
  related: ['IST0106'],
  over: 'manifests',
  messages: refusedStructures,
  check({ resources }, say) {
    for (const resource of resources) {
      // The facts of a reason are those of its message: the lab notes both together.
      for (const { key, at, data } of verdictOf(resource).refusals) if (isHere(key)) say(key, at, data as never);
    }
  },
});

const isHere = (key: string): key is keyof typeof refusedStructures => Object.hasOwn(refusedStructures, key);
