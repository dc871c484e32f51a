import { containerLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-container',
  severity: 'error',
  title: { es: 'El contenedor está mal identificado', en: 'The container is badly identified' },
  over: 'manifests',
  messages: containerLaw.messages,
  check: containerLaw.check,
});
