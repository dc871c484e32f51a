import { secretLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-secret',
  severity: 'error',
  title: { es: 'Al Secret le falta lo que su tipo exige', en: 'The Secret lacks what its type demands' },
  over: 'manifests',
  messages: secretLaw.messages,
  check: secretLaw.check,
});
