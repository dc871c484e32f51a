import { volumeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-volume',
  severity: 'error',
  title: { es: 'El volumen está mal declarado', en: 'The volume is badly declared' },
  over: 'manifests',
  messages: volumeLaw.messages,
  check: volumeLaw.check,
});
