import { roleRuleLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-role-rule',
  severity: 'error',
  title: { es: 'La regla del rol está incompleta', en: 'The rule of the role is incomplete' },
  over: 'manifests',
  messages: roleRuleLaw.messages,
  check: roleRuleLaw.check,
});
