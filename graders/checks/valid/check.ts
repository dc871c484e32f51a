import { checkKind } from '../check.ts';
import type { Params } from './params.ts';

export default checkKind<Params>({
  kind: 'valid',
  title: { es: 'La respuesta está bien formada', en: 'The answer is well formed' },
  check: (_params, submission) => ({ findings: submission.syntax }),
});
