import { requestLimitLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/request-exceeds-limit',
  severity: 'error',
  title: { es: 'La petición de recursos supera el límite', en: 'The resource request exceeds the limit' },
  over: 'manifests',
  messages: requestLimitLaw.messages,
  check: requestLimitLaw.check,
});
