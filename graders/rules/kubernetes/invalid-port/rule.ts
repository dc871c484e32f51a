import { portLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-port',
  severity: 'error',
  title: { es: 'El puerto o su nombre no es válido', en: 'The port or its name is not valid' },
  over: 'manifests',
  messages: portLaw.messages,
  check: portLaw.check,
});
