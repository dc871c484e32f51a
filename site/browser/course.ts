import { type AuthoredExercise, readExercise, readReference, readVariants } from '../../graders/course/solutions.ts';
import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Source } from '../../graders/index.ts';

/** An answer to grade in the page and in Node. */
export interface Attempt {
  readonly name: string;
  readonly answers: readonly Source[];
}

/** The reference, the first accepted and the first rejected answer of an exercise. */
export function attemptsOf(root: string, { exercise: { folder } }: WrittenExercise): readonly Attempt[] {
  const exercise = readExercise(root, folder);
  if (!exercise) return [];
  const [accepted] = readVariants(root, exercise, 'accepted');
  const [rejected] = readVariants(root, exercise, 'rejected');
  return [{ ...readReference(root, exercise), name: 'reference' }, accepted, rejected].flatMap((variant) =>
    variant ? [{ name: variant.name, answers: asTheStudent(exercise, variant.answers) }] : [],
  );
}

/** With the names of the files in the folder of the exercise. */
const asTheStudent = ({ spec }: AuthoredExercise, answers: readonly Source[]): readonly Source[] =>
  answers.map(({ text }, index) => ({ path: spec.answers[index]?.file ?? '', text: text.replace(/\r\n?/g, '\n') }));
