import { persistentVolumeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-persistent-volume',
  severity: 'error',
  title: { es: 'El volumen persistente está incompleto', en: 'The persistent volume is incomplete' },
  over: 'manifests',
  messages: persistentVolumeLaw.messages,
  check: persistentVolumeLaw.check,
});
