import { templateSelectorLaw } from '../../../lab/cluster/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/selector-template-mismatch',
  severity: 'error',
  title: { es: 'El selector no coincide con su plantilla', en: 'The selector does not match its template' },
  related: ['mismatching-selector', 'deployment-pod-selector-labels-match-template-metadata-labels'],
  over: 'manifests',
  messages: templateSelectorLaw.messages,
  check: templateSelectorLaw.check,
});
