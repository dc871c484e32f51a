import { declaredVolumeLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/undeclared-volume',
  severity: 'error',
  title: {
    es: 'El contenedor monta un volumen que no existe',
    en: 'The container mounts a volume that does not exist',
  },
  over: 'manifests',
  messages: declaredVolumeLaw.messages,
  check: declaredVolumeLaw.check,
});
