import { ingressLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-ingress',
  severity: 'error',
  title: { es: 'El Ingress está mal escrito', en: 'The Ingress is badly written' },
  over: 'manifests',
  messages: ingressLaw.messages,
  check: ingressLaw.check,
});
