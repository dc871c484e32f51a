import { gradeDecision } from '../../theory/decisions.ts';
import { checkKind } from '../check.ts';
import { verdictOf } from '../graded.ts';
import type { Params } from './params.ts';

export default checkKind<Params>({
  kind: 'decisions',
  title: { es: 'La decisión cumple las condiciones y se sostiene', en: 'The decision meets the constraints and holds' },
  check: ({ section = 'decision', ...asked }, submission) =>
    verdictOf(gradeDecision(submission.literal(), section, asked)),
});
