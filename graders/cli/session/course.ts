import type { SessionReport } from '../../../site/shared/page-data.ts';
import type { Decision } from '../../checks/observed.ts';
import { courseDecisions } from '../../course/decisions.ts';
import { type OpenedExercise, openExercise } from '../../course/exercises.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { inExercise } from '../../course/paths.ts';
import { type Graded, gradeAnswers } from '../grading.ts';
import type { RunOptions } from '../service/run.ts';
import type { Change } from './watch.ts';

/** The course of a session: every exercise open and graded, so that a save costs one reading and one grading. */
export class LiveCourse {
  private readonly results = new Map<string, Graded>();
  /** The exercises as they are on the disk, whatever their learner brings along from an earlier one. */
  private readonly opened = new Map<string, OpenedExercise>();

  /**
   * @param root absolute path of the course
   * @param build folder of the running bundle
   * @param options how services may be run
   * @param before called before each exercise is graded for the first time
   */
  constructor(
    private readonly root: string,
    private readonly build?: string,
    private readonly options: RunOptions = {},
    before: () => void = () => {},
  ) {
    const decisions = courseDecisions(root);
    for (const folder of listFolders(root)) {
      before();
      this.results.set(folder.name, this.gradeAgain(folder, decisions));
    }
  }

  /** Results in the order of the course. */
  all(): readonly Graded[] {
    return [...this.results.values()].sort((a, b) => a.report.number - b.report.number);
  }

  /**
   * Grades what a save touched.
   * @returns the exercises whose answers or definition are not what they were, and whether a page of the site is older
   */
  update(changes: readonly Change[]): { readonly graded: readonly Graded[]; readonly pagesAreOld: boolean } {
    const names = [...new Set(changes.map(({ folder }) => folder))];
    const folders = listFolders(this.root);
    const decisions = courseDecisions(this.root);
    let pagesAreOld = changes.some(isProse);
    const graded = names.flatMap((name): Graded[] => {
      const folder = folders.find((known) => known.name === name);
      const before = this.results.get(name);
      if (!folder) {
        pagesAreOld ||= this.results.delete(name);
        this.opened.delete(name);
        return [];
      }
      const definition = !before || changes.some((change) => change.folder === name && !isAnswer(before, change));
      if (definition) this.opened.delete(name);
      const after = this.gradeAgain(folder, decisions);
      const isNew = !before || textsOf(before.opened) !== textsOf(after.opened);
      pagesAreOld ||= isNew;
      this.results.set(name, after);
      return isNew || !sameAnswers(before, after) ? [after] : [];
    });
    return { graded, pagesAreOld };
  }

  /**
   * Grades what goes on with what was answered in others.
   * @param others graded by {@link update}
   * @returns the exercises that get another grade by it
   */
  follow(others: readonly Graded[]): readonly Graded[] {
    const decisions = courseDecisions(this.root);
    const changed = new Set(others.map(({ opened }) => opened.folder.slug));
    const known = new Set(others.map(({ report }) => report.folder));
    return [...this.results].flatMap(([name, before]): readonly Graded[] => {
      const { exercise, folder } = before.opened;
      if (known.has(name) || !exercise?.spec.continues || !changed.has(exercise.spec.continues.exercise)) return [];
      const after = this.gradeAgain(folder, decisions);
      this.results.set(name, after);
      return JSON.stringify(before.report) === JSON.stringify(after.report) ? [] : [after];
    });
  }

  private gradeAgain(folder: Folder, decisions: readonly Decision[]): Graded {
    const directory = inExercise(this.root, folder.name);
    const opened = this.opened.get(folder.name) ?? openExercise(this.root, folder, this.build);
    this.opened.set(folder.name, opened);
    return gradeAnswers(opened, directory, { ...this.options, decisions });
  }
}

/** What the open pages are told of an exercise. */
export function sessionReport({ report, answers }: Graded): SessionReport {
  return { report, answers };
}

function isAnswer({ opened }: Graded, { path }: Change): boolean {
  return (opened.exercise?.spec.answers ?? []).some(({ file }) => file === path);
}

/** What is written for people beside an exercise, and what the course says of itself. */
const isProse = ({ folder, path }: Change): boolean =>
  path === undefined ? folder === 'course.yaml' : /^(?:enunciado\.md|[^/.]+\.types\.ts)$/.test(path);

/** A file that became unreadable leaves its text behind, so the problems count too. */
function sameAnswers(before: Graded, after: Graded): boolean {
  const essence = ({ answers, report }: Graded) => JSON.stringify([answers, report.status, idsOf(report)]);
  return essence(before) === essence(after);
}

const idsOf = (report: Graded['report']) => report.checks.flatMap(({ findings }) => findings.map(({ id }) => id));
const textsOf = ({ sources, problems }: OpenedExercise) => JSON.stringify([sources, problems]);
