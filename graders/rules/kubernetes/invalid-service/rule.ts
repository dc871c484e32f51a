import { serviceLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-service',
  severity: 'error',
  title: { es: 'El Service combina campos que no encajan', en: 'The Service combines fields that do not fit' },
  over: 'manifests',
  messages: serviceLaw.messages,
  check: serviceLaw.check,
});
