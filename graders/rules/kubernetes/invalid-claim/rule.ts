import { claimLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-claim',
  severity: 'error',
  title: { es: 'La petición de disco está incompleta', en: 'The request for storage is incomplete' },
  over: 'manifests',
  messages: claimLaw.messages,
  check: claimLaw.check,
});
