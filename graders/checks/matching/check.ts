import { gradeMatching } from '../../theory/matching.ts';
import { checkKind } from '../check.ts';
import { verdictOf } from '../graded.ts';
import type { Params } from './params.ts';

export default checkKind<Params>({
  kind: 'matching',
  title: { es: 'Cada cosa está en su sitio', en: 'Everything is in its place' },
  check: ({ section = 'matriz', classes, items }, submission) =>
    verdictOf(gradeMatching(submission.literal(), section, classes, items)),
});
