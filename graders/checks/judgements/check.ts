import { gradeJudgements, type Statement } from '../../theory/judgements.ts';
import { checkKind } from '../check.ts';
import { verdictOf } from '../graded.ts';
import { happen } from '../predictions/check.ts';
import type { Submission } from '../submission.ts';
import type { Params, ProvenStatement } from './params.ts';

export default checkKind<Params>({
  kind: 'judgements',
  title: { es: 'Los juicios se sostienen', en: 'The judgements hold' },
  check: ({ section = 'juicios', statements }, submission) =>
    verdictOf(
      gradeJudgements(submission.literal(), section, statements, (statement) => provenBy(statement, submission)?.trace),
    ),
});

/** What the lab does to show a statement; undefined when its author names nothing. */
export function provenBy(statement: Statement, submission: Submission) {
  const { proof } = statement as ProvenStatement;
  return proof && happen(proof, submission);
}
