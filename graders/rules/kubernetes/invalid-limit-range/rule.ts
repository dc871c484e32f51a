import { limitRangeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-limit-range',
  severity: 'error',
  title: {
    es: 'Los límites del espacio de nombres se contradicen',
    en: 'The limits of the namespace contradict each other',
  },
  over: 'manifests',
  messages: limitRangeLaw.messages,
  check: limitRangeLaw.check,
});
