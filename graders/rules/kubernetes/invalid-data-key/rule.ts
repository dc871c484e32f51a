import { dataKeyLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-data-key',
  severity: 'error',
  title: { es: 'La clave no sirve como nombre de fichero', en: 'The key is no good as a file name' },
  over: 'manifests',
  messages: dataKeyLaw.messages,
  check: dataKeyLaw.check,
});
