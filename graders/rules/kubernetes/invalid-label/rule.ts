import { labelLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-label',
  severity: 'error',
  title: {
    es: 'Una etiqueta o anotación tiene un formato que la API rechaza',
    en: 'A label or annotation has a format the API refuses',
  },
  over: 'manifests',
  messages: labelLaw.messages,
  check: labelLaw.check,
});
