import { priorityClassLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-priority-class',
  severity: 'error',
  title: { es: 'La prioridad es de las del propio clúster', en: 'The priority is one of those of the cluster itself' },
  over: 'manifests',
  messages: priorityClassLaw.messages,
  check: priorityClassLaw.check,
});
