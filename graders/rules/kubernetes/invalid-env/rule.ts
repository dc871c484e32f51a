import { envLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-env',
  severity: 'error',
  title: { es: 'La variable de entorno está mal definida', en: 'The environment variable is badly defined' },
  over: 'manifests',
  messages: envLaw.messages,
  check: envLaw.check,
});
