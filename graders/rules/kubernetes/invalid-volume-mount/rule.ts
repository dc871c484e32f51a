import { volumeMountLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-volume-mount',
  severity: 'error',
  title: { es: 'El volumen no se puede montar ahí', en: 'The volume cannot be mounted there' },
  over: 'manifests',
  messages: volumeMountLaw.messages,
  check: volumeMountLaw.check,
});
