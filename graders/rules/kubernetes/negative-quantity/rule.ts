import { negativeQuantityLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/negative-quantity',
  severity: 'error',
  title: { es: 'La cantidad es negativa', en: 'The quantity is negative' },
  over: 'manifests',
  messages: negativeQuantityLaw.messages,
  check: negativeQuantityLaw.check,
});
