import { nodeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-node',
  severity: 'error',
  title: { es: 'El nodo no es válido', en: 'The node is not valid' },
  over: 'manifests',
  messages: nodeLaw.messages,
  check: nodeLaw.check,
});
