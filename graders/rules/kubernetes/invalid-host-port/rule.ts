import { hostPortLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-host-port',
  severity: 'error',
  title: {
    es: 'Con la red del nodo los puertos no se traducen',
    en: 'With the node’s network, ports are not translated',
  },
  over: 'manifests',
  messages: hostPortLaw.messages,
  check: hostPortLaw.check,
});
