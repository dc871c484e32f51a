import { affinityLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-affinity',
  severity: 'error',
  title: { es: 'La afinidad está mal definida', en: 'The affinity is badly defined' },
  over: 'manifests',
  messages: affinityLaw.messages,
  check: affinityLaw.check,
});
