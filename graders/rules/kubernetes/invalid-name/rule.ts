import { nameLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-name',
  severity: 'error',
  title: { es: 'El nombre del objeto no es válido', en: 'The name of the object is not valid' },
  over: 'manifests',
  messages: nameLaw.messages,
  check: nameLaw.check,
});
