import { securityContextLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-security-context',
  severity: 'error',
  title: { es: 'El contexto de seguridad se contradice', en: 'The security context contradicts itself' },
  over: 'manifests',
  messages: securityContextLaw.messages,
  check: securityContextLaw.check,
});
