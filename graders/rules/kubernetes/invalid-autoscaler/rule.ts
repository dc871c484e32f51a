import { autoscalerLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-autoscaler',
  severity: 'error',
  title: { es: 'El autoescalador está mal definido', en: 'The autoscaler is badly defined' },
  over: 'manifests',
  messages: autoscalerLaw.messages,
  check: autoscalerLaw.check,
});
