import { refusedValues, verdictOf } from '../../../lab/istio/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/invalid-value',
  severity: 'error',
  title: { es: 'Istio no admite este valor', en: 'Istio does not take this value' },
  related: ['IST0106'],
  over: 'manifests',
  messages: refusedValues,
  check({ resources }, say) {
    for (const resource of resources) {
      for (const { key, at, data } of verdictOf(resource).refusals) if (isHere(key)) say(key, at, data as never);
    }
  },
});

const isHere = (key: string): key is keyof typeof refusedValues => Object.hasOwn(refusedValues, key);
