import type { CheckSpec } from '../../checks/kinds.ts';
import type { AnswerFormat } from '../../core/exercise.ts';
import type { Exercise } from '../../exercise.ts';
import { answerForm } from '../../theory/answer-form.ts';

/** The format of the answer that each kind of check looks at, where it is not manifests. */
const formatOf: Readonly<Partial<Record<CheckSpec['kind'], AnswerFormat>>> = {
  service: 'service',
  image: 'dockerfile',
  commands: 'shell',
  yarn: 'settings',
};

/** What each answer file of an exercise is worth, in their order; together they are the points of the exercise. */
export function pointsByFile({ spec }: Exercise): readonly number[] {
  const inLiteral = new Set(answerForm(spec).map(({ check }) => check));
  const points = spec.answers.map(() => 0);
  for (const check of spec.checks) {
    const format = inLiteral.has(check.id) ? 'literal' : (formatOf[check.kind] ?? 'manifests');
    const index = Math.max(
      0,
      spec.answers.findIndex((answer) => answer.format === format),
    );
    points[index] = (points[index] ?? 0) + (check.points ?? 0);
  }
  return points;
}
