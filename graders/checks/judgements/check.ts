import { gradeJudgements } from '../../theory/judgements.ts';
import { checkKind } from '../check.ts';
import { verdictOf } from '../graded.ts';
import type { Params } from './params.ts';

export default checkKind<Params>({
  kind: 'judgements',
  title: { es: 'Los juicios se sostienen', en: 'The judgements hold' },
  check: ({ section = 'juicios', statements }, submission) =>
    verdictOf(gradeJudgements(submission.literal(), section, statements)),
});
