import { endpointsLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-endpoints',
  severity: 'error',
  title: { es: 'Los destinos escritos a mano no son válidos', en: 'The endpoints written by hand are not valid' },
  over: 'manifests',
  messages: endpointsLaw.messages,
  check: endpointsLaw.check,
});
