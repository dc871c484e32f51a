import { metadataLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-metadata',
  severity: 'error',
  title: { es: 'Los metadatos del objeto no son válidos', en: 'The metadata of the object is not valid' },
  over: 'manifests',
  messages: metadataLaw.messages,
  check: metadataLaw.check,
});
