import { resourcesLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-resources',
  severity: 'error',
  title: { es: 'El contenedor pide recursos que no existen', en: 'The container asks for resources that do not exist' },
  over: 'manifests',
  messages: resourcesLaw.messages,
  check: resourcesLaw.check,
});
