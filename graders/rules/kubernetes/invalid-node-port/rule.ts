import { nodePortLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-node-port',
  severity: 'error',
  title: { es: 'El puerto del nodo no se puede usar', en: 'The node port cannot be used' },
  over: 'manifests',
  messages: nodePortLaw.messages,
  check: nodePortLaw.check,
});
