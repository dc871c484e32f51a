import { restartPolicyLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-restart-policy',
  severity: 'error',
  title: {
    es: 'Esta política de reinicio no vale para esta carga',
    en: 'This restart policy is not for this workload',
  },
  over: 'manifests',
  messages: restartPolicyLaw.messages,
  check: restartPolicyLaw.check,
});
