import { quotaLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-quota',
  severity: 'error',
  title: { es: 'La cuota no se puede aplicar', en: 'The quota cannot be applied' },
  over: 'manifests',
  messages: quotaLaw.messages,
  check: quotaLaw.check,
});
