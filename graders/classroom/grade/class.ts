import { continued } from '../../continued.ts';
import type { Source } from '../../core/source.ts';
import type { FileRead } from '../../course/files.ts';
import { type Personal, personalOf } from '../../course/parameters/personal.ts';
import type { Exercise } from '../../exercise.ts';
import { exerciseJson } from '../../render/json.ts';
import { listClass } from '../intake/entries.ts';
import { type Course, readSubmissionEntry, type Submission } from '../intake/submission.ts';
import type { ClassResults } from '../results.ts';
import type { Store } from '../store/store.ts';
import { type AnswerKept, assemble, type SubmissionKept } from './assemble.ts';
import type { Job, Outcome } from './job.ts';
import { definitionOf, keyOf, type Terms } from './key.ts';
import { lostReport } from './lost.ts';
import type { Pool } from './pool.ts';
import { inShard, type Shard } from './shard.ts';

export interface ClassOptions {
  /** Absolute path of the folder of the class. */
  readonly folder: string;
  readonly course: Course;
  readonly terms: Terms;
  /** Closed when everything is graded. */
  readonly pool: Pool<Job, Outcome>;
  /** What the pool gives an answer. */
  readonly given: { readonly patience: number; readonly memory: number };
  readonly store: Store;
  readonly shard?: Shard;
  /** Of the course, where each student has values of their own in the exercises with parameters. */
  readonly secret?: string;
  readonly tell?: (progress: Progress) => void;
}

/** How far a class is. An answer is one exercise of one submission. */
export interface Progress {
  readonly submissions: { readonly read: number; readonly all: number };
  readonly answers: { readonly done: number; readonly all: number };
  /** Answers that a worker graded in this run; the others were equal to one that was graded before. */
  readonly graded: number;
}

/** Submissions are read ahead of the workers only so far, so that their texts do not fill the memory. */
const ahead = 256;

/**
 * Grades a class. Equal answers are graded once, what the store holds is not graded again, and every report is in the store
 * as soon as there is one.
 */
export async function gradeClass(options: ClassOptions): Promise<ClassResults> {
  const { folder, course, shard } = options;
  const listed = listClass(folder);
  const entries = listed.entries.filter((_, index) => inShard(index, shard));
  const grading = new Grading(options, entries.length);
  const kept: SubmissionKept[] = [];
  for (const entry of entries) kept.push(await grading.submission(await readSubmissionEntry(entry, course)));
  const reportOf = await grading.end();
  // What the workers hold is as much as all reports of a large class: never both at once.
  await options.pool.close();
  return assemble(course.opened, kept, listed.remarks, reportOf);
}

class Grading {
  private readonly definitions: ReadonlyMap<string, string>;
  private readonly running = new Map<string, Promise<void>>();
  private readonly lost = new Map<string, string>();
  private read = 0;
  private done = 0;
  private graded = 0;

  constructor(
    private readonly options: ClassOptions,
    private readonly all: number,
  ) {
    const { course, terms } = options;
    this.definitions = new Map(course.opened.map((exercise) => [exercise.folder, definitionOf(exercise, terms)]));
  }

  async submission(submission: Submission): Promise<SubmissionKept> {
    const { id, entry, student, remarks } = submission;
    const answers: AnswerKept[] = [];
    for (const exercise of this.options.course.opened) {
      const files = submission.answers.get(exercise.folder) ?? [];
      const personal = this.personal(exercise, submission);
      const values = personal && [...personal.values];
      const complete = completed(exercise, files, personal);
      const earlier = this.earlier(exercise, submission);
      const definition = `${this.definitions.get(exercise.folder)}${values ? JSON.stringify(values) : ''}`;
      const key = keyOf(definition, complete, earlier);
      answers.push({
        key,
        files: files.flatMap((file) => (file?.text === undefined ? [] : [{ path: file.path, text: file.text }])),
      });
      await this.answer(
        key,
        { folder: exercise.folder, files: complete, earlier, ...(values && { values }) },
        exercise,
      );
    }
    this.read++;
    this.tell();
    return { id, entry, student, remarks, answers };
  }

  /** @returns the report of each key as JSON text */
  async end(): Promise<(key: string) => string> {
    await Promise.all(this.running.values());
    this.tell();
    return (key) => {
      const report = this.options.store.get(key) ?? this.lost.get(key);
      if (report === undefined) throw new Error(`no report of ${key}`);
      return report;
    };
  }

  /** What a submission answered to the exercise that another one goes on with, where it makes a difference. */
  private earlier(exercise: Exercise, { answers }: Submission): readonly Source[] {
    const { continues } = exercise.spec;
    const before = continues && this.options.course.opened.find(({ spec }) => spec.id === continues.exercise);
    const files = (before && answers.get(before.folder)) ?? [];
    const named = continues?.files.map((name) => files.find((file) => file?.path === name)) ?? [];
    if (named[0]?.text === undefined) return [];
    const sources = named.flatMap((file) => (file?.text === undefined ? [] : [{ path: file.path, text: file.text }]));
    return continued(exercise, sources) === exercise ? [] : sources;
  }

  /** What the student has of an exercise that is not the same for everybody. */
  private personal({ spec }: Exercise, { id, student }: Submission): Personal | undefined {
    const { secret } = this.options;
    return secret === undefined
      ? undefined
      : personalOf(spec, { secret, student: student.email ?? student.name ?? id });
  }

  private async answer(key: string, job: Job, exercise: Exercise): Promise<void> {
    const running = this.running.get(key);
    if (running) {
      void running.then(() => this.one());
      return;
    }
    if (this.options.store.has(key) || this.lost.has(key)) return this.one();
    const grading = this.grade(key, job, exercise);
    this.running.set(key, grading);
    if (this.running.size > ahead) await Promise.race(this.running.values());
  }

  private async grade(key: string, job: Job, exercise: Exercise): Promise<void> {
    const { pool, store, given, terms } = this.options;
    const outcome = await pool.grade(job);
    if ('report' in outcome) store.keep(key, outcome.report);
    // Another time it may be graded: the machine may have been busy.
    else
      this.lost.set(
        key,
        JSON.stringify(exerciseJson(lostReport(exercise, outcome.lost, given), () => undefined, terms.lang)),
      );
    this.running.delete(key);
    this.graded++;
    this.one();
  }

  private one(): void {
    this.done++;
    this.tell();
  }

  private tell(): void {
    const { course, tell } = this.options;
    tell?.({
      submissions: { read: this.read, all: this.all },
      answers: { done: this.done, all: this.all * course.opened.length },
      graded: this.graded,
    });
  }
}

/** What was not handed in is as it was given: not begun, and never wrong. */
function completed(
  { spec, starter }: Exercise,
  files: readonly (FileRead | undefined)[],
  personal: Personal | undefined,
): readonly FileRead[] {
  const given = personal ? starter.map(personal.write) : starter;
  return spec.answers.map(({ file }, index) => files[index] ?? { path: file, text: given[index]?.text ?? '' });
}
