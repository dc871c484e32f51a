import type { ClassExercise, ClassResults, GradedSubmission } from '../../../graders/classroom/results.ts';
import { sha256 } from '../../../graders/core/sha256.ts';
import type { Exercise, Lang } from '../../../graders/index.ts';
import type { ExerciseJson } from '../../../graders/render/json.ts';
import { intervalOf, sumOf } from '../../../graders/render/score.ts';
import type { Bench } from './bench.ts';
import { attemptsOf, madeIn, type Student } from './students.ts';

export interface GradingOptions {
  readonly course: readonly Exercise[];
  /** The same exercises, as results tell of them. */
  readonly about: readonly ClassExercise[];
  readonly bench: Pick<Bench, 'grade'>;
  readonly lang: Lang;
  /** Called after each student. @returns false to stop */
  readonly onStudent: (done: number, id: string) => boolean;
}

/**
 * Grades a whole class here, whatever the files say of themselves. What is equal is graded once.
 * @param known what was graded before, by its key; it grows
 */
export async function gradeClass(
  students: readonly Student[],
  { course, about, bench, lang, onStudent }: GradingOptions,
  known: Map<string, ExerciseJson> = new Map(),
): Promise<ClassResults> {
  const submissions: GradedSubmission[] = [];
  for (const [index, one] of students.entries()) {
    const reports: ExerciseJson[] = [];
    for (const exercise of course) reports.push(await gradedBest(one, exercise));
    const points = sumOf(reports.map((report, at) => intervalOf(report, about[at]?.of ?? report.points.of)));
    const { id, entry, student } = one;
    const exercises = reports.map((report) => ({ report, answers: [], key: '' }));
    submissions.push({ id, entry, student, points, exercises, remarks: [] });
    if (!onStudent(index + 1, id)) break;
  }
  return { version: 1, exercises: about, submissions, remarks: [] };

  async function gradedBest(one: Student, exercise: Exercise): Promise<ExerciseJson> {
    const { spec, starter } = exercise;
    const files = spec.answers.map(({ file }, index) => ({ path: file, text: starter[index]?.text ?? '' }));
    const { continues } = spec;
    const earlier = continues ? madeIn(one, continues.exercise, continues.files) : [];
    let best: ExerciseJson | undefined;
    for (const answers of attemptsOf(one, spec.id, files)) {
      const key = sha256(JSON.stringify([spec.id, answers, earlier, lang]));
      const report = known.get(key) ?? (await bench.grade({ exercise, answers, earlier, lang })) ?? lost(exercise);
      known.set(key, report);
      if (!best || isBetter(report, best)) best = report;
    }
    return best ?? unanswered(exercise);
  }
}

function isBetter(one: ExerciseJson, other: ExerciseJson): boolean {
  if ((one.status === 'pass') !== (other.status === 'pass')) return one.status === 'pass';
  return one.points.min > other.points.min;
}

const header = ({ spec, folder }: Exercise) => ({ id: spec.id, number: spec.number, folder, enough: 0, checks: [] });
const nothing = { min: 0, max: 0, of: 0 };

const unanswered = (exercise: Exercise): ExerciseJson => ({ ...header(exercise), status: 'pending', points: nothing });
/** The grader did not come to an end with it. */
const lost = (exercise: Exercise): ExerciseJson => ({ ...header(exercise), status: 'error', points: nothing });
