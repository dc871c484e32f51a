import { type AuthoredExercise, readExercise, readReference, variantProblems } from '../../course/solutions.ts';
import { type MutationRow, mutationProblems, mutationRow } from '../mutate/survivors.ts';
import { judgeProse } from '../prose/judge.ts';
import { derivedProblems } from './accept.ts';
import {
  countAnswers,
  countProblems,
  passProblems,
  type RightResults,
  rightResults,
  together,
  type WrongResults,
  wrongResults,
} from './answers.ts';
import { falseAlarms } from './clean.ts';
import { fileProblems } from './files.ts';
import { lessonProblems } from './lesson.ts';
import { parameterSlips, problemsOfStudents, sampledStudents } from './parameters.ts';
import type { Problem } from './problem.ts';
import { staleProofs } from './proofs.ts';
import { specProblems } from './spec.ts';
import { todoProblems } from './todos.ts';

/** Each time anything is changed these are tried; `npm run prose` tries them all. */
const fewShuffles = 5;

/** Of an exercise with parameters; the check tries every value. */
const fewStudents = 2;

export interface LookOptions {
  /** The folders of the exercises that are looked at together. */
  readonly folders: readonly string[];
  /** Their answers are graded by the tests of the solutions: here everything else is looked at. */
  readonly ungraded?: boolean;
  /** Breaks the reference in small ways as well, which takes a grading each. */
  readonly mutants?: boolean;
}

/** What is seen of an exercise, each part without the others. */
export interface Seen {
  readonly right: RightResults;
  readonly wrong: WrongResults;
  readonly mutation: MutationRow | undefined;
  readonly students: readonly Problem[];
  readonly prose: readonly Problem[];
  /** What is left when nothing is graded: of the files, the counts, and what `timonel check` says. */
  readonly rest: Readonly<Record<'before' | 'between' | 'after', readonly Problem[]>>;
}

export type Part = keyof Seen;

/** Every part, those that take longest first. */
export const allParts: readonly Part[] = ['wrong', 'students', 'mutation', 'right', 'rest', 'prose'];

/** Looks at exercises, one part of one at a time. */
export class Look {
  private readonly exercises = new Map<string, AuthoredExercise | undefined>();

  /** @param root absolute path of the course */
  constructor(
    private readonly root: string,
    private readonly options: LookOptions,
  ) {}

  /** @param folder of an exercise whose definition fits its schema */
  async at<Wanted extends Part>(folder: string, parts: readonly Wanted[]): Promise<Pick<Seen, Wanted>> {
    const exercise = this.exercise(folder);
    if (!exercise) throw new Error(`${folder} cannot be read`);
    const seen: [Part, unknown][] = [];
    for (const part of parts) seen.push([part, await this.part(part, exercise)]);
    return Object.fromEntries(seen) as Pick<Seen, Wanted>;
  }

  private part(part: Part, exercise: AuthoredExercise): Seen[Part] | Promise<Seen[Part]> {
    const { root } = this;
    const { ungraded = false } = this.options;
    switch (part) {
      case 'right':
        return ungraded ? countAnswers(root, exercise) : rightResults(root, exercise);
      case 'wrong':
        return ungraded ? countAnswers(root, exercise) : wrongResults(root, exercise);
      case 'mutation':
        return this.mutation(exercise);
      case 'students':
        return this.students(exercise);
      case 'prose':
        return this.prose(exercise);
      case 'rest':
        return this.rest(exercise);
    }
  }

  private exercise(folder: string): AuthoredExercise | undefined {
    if (!this.exercises.has(folder)) this.exercises.set(folder, readExercise(this.root, folder));
    return this.exercises.get(folder);
  }

  /** What breaks a reference that is no right answer says nothing. */
  private mutation(exercise: AuthoredExercise): MutationRow | undefined {
    const { root, options } = this;
    const isRight = () => passProblems(exercise, readReference(root, exercise)).length === 0;
    return options.mutants && (options.ungraded || isRight()) ? mutationRow(root, exercise) : undefined;
  }

  private async students(exercise: AuthoredExercise): Promise<readonly Problem[]> {
    const { root, options } = this;
    const { ofSpec, slips } = this.slips(exercise);
    const asks = exercise.spec.parameters && !options.ungraded && ofSpec.length + slips.length === 0;
    return asks ? problemsOfStudents(root, exercise, sampledStudents(exercise, fewStudents)) : [];
  }

  /** The explanations of the other exercises are tried in its slots. */
  private prose(exercise: AuthoredExercise): readonly Problem[] {
    const all = this.options.folders.flatMap((folder) => this.exercise(folder) ?? []);
    const isWanted = ({ folder }: AuthoredExercise) => folder === exercise.folder;
    return judgeProse(this.root, all, { isWanted, shuffles: fewShuffles }).problems;
  }

  private rest(exercise: AuthoredExercise): Seen['rest'] {
    const { root } = this;
    const { ofSpec, slips } = this.slips(exercise);
    return {
      before: [
        ...ofSpec,
        ...lessonProblems(root, exercise),
        ...todoProblems(root, exercise),
        ...derivedProblems(root, exercise),
        ...fileProblems(root, exercise),
        ...variantProblems(exercise),
      ],
      between: [
        ...countProblems(root, exercise, countAnswers(root, exercise)),
        ...falseAlarms(root, exercise),
        ...(ofSpec.length > 0 ? [] : staleProofs(root, exercise)),
      ],
      after: slips,
    };
  }

  /** What the definition says of itself that cannot be; where it does, its parameters are not looked at. */
  private slips(exercise: AuthoredExercise) {
    const ofSpec = specProblems(exercise);
    return { ofSpec, slips: ofSpec.length > 0 ? [] : parameterSlips(this.root, exercise) };
  }
}

/** What was seen of an exercise, as one list in the order in which it is told. */
export function problemsSeen({ right, wrong, mutation, students, rest }: Seen): readonly Problem[] {
  return [
    ...rest.before,
    ...together(right, wrong).problems,
    ...rest.between,
    ...(mutation ? mutationProblems(mutation) : []),
    ...rest.after,
    ...students,
  ];
}
