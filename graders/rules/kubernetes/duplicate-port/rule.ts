import { repeatedPortLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/duplicate-port',
  severity: 'error',
  title: { es: 'Un puerto o su nombre aparece dos veces', en: 'A port or its name appears twice' },
  over: 'manifests',
  messages: repeatedPortLaw.messages,
  check: repeatedPortLaw.check,
});
