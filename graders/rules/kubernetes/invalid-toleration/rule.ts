import { tolerationLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-toleration',
  severity: 'error',
  title: { es: 'La tolerancia se contradice', en: 'The toleration contradicts itself' },
  over: 'manifests',
  messages: tolerationLaw.messages,
  check: tolerationLaw.check,
});
