import { scheduleLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-schedule',
  severity: 'error',
  title: { es: 'El horario del CronJob no se puede leer', en: 'The schedule of the CronJob cannot be read' },
  over: 'manifests',
  messages: scheduleLaw.messages,
  check: scheduleLaw.check,
});
