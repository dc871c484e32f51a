import { networkPolicyLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-network-policy',
  severity: 'error',
  title: { es: 'La política de red está mal escrita', en: 'The network policy is badly written' },
  over: 'manifests',
  messages: networkPolicyLaw.messages,
  check: networkPolicyLaw.check,
});
