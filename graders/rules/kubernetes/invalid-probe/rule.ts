import { probeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-probe',
  severity: 'error',
  title: { es: 'La sonda está mal definida', en: 'The probe is badly defined' },
  over: 'manifests',
  messages: probeLaw.messages,
  check: probeLaw.check,
});
