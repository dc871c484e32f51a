import { rolloutLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-rollout',
  severity: 'error',
  title: { es: 'La estrategia de despliegue no puede avanzar', en: 'The rollout strategy cannot advance' },
  over: 'manifests',
  messages: rolloutLaw.messages,
  check: rolloutLaw.check,
});
