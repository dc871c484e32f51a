import { roleBindingLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-role-binding',
  severity: 'error',
  title: { es: 'El enlace de roles no se puede leer', en: 'The role binding cannot be read' },
  over: 'manifests',
  messages: roleBindingLaw.messages,
  check: roleBindingLaw.check,
});
