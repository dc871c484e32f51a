import { podFieldLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-pod-field',
  severity: 'error',
  title: { es: 'Un campo del pod tiene un valor imposible', en: 'A field of the pod has an impossible value' },
  over: 'manifests',
  messages: podFieldLaw.messages,
  check: podFieldLaw.check,
});
