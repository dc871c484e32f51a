import { selectorLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-selector',
  severity: 'error',
  title: { es: 'La condición del selector no se puede leer', en: 'The condition of the selector cannot be read' },
  over: 'manifests',
  messages: selectorLaw.messages,
  check: selectorLaw.check,
});
