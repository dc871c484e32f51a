import { jobLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-job',
  severity: 'error',
  title: { es: 'El Job combina campos que no encajan', en: 'The Job combines fields that do not fit' },
  over: 'manifests',
  messages: jobLaw.messages,
  check: jobLaw.check,
});
