import { disruptionBudgetLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-disruption-budget',
  severity: 'error',
  title: { es: 'El presupuesto de interrupciones está mal definido', en: 'The disruption budget is badly defined' },
  over: 'manifests',
  messages: disruptionBudgetLaw.messages,
  check: disruptionBudgetLaw.check,
});
