import { gradeOrdering } from '../../theory/ordering.ts';
import { checkKind } from '../check.ts';
import { verdictOf } from '../graded.ts';
import type { Params } from './params.ts';

export default checkKind<Params>({
  kind: 'ordering',
  title: { es: 'El orden puede darse', en: 'The order can happen' },
  check: ({ section = 'orden', steps, foreign }, submission) =>
    verdictOf(gradeOrdering(submission.literal(), section, steps, foreign)),
});
