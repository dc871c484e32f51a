import { storageLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-storage-class',
  severity: 'error',
  title: { es: 'La clase de almacenamiento no es válida', en: 'The storage class is not valid' },
  over: 'manifests',
  messages: storageLaw.messages,
  check: storageLaw.check,
});
