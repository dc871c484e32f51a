import type { Happened } from '../../../graders/checks/predictions/recall.ts';
import type { Exercise, ExerciseSpec } from '../../../graders/index.ts';
import type { PageData } from '../../shared/page-data.ts';
import type { Grader } from '../grader.ts';
import { Parts, partTable } from '../parts/parts.ts';
import { sayAll } from '../parts/say-all.ts';
import type { PictureSection } from '../picture/section.ts';
import { Scripts } from '../scripts.ts';

declare global {
  interface Window {
    timonelSpec?: ExerciseSpec;
    /** What the lab answers to the questions of the exercise as it is given, where the site has asked it. */
    timonelHappened?: readonly Happened[];
    timonelPicture?: typeof PictureSection;
  }
}

/** The scripts that an exercise loads when it is first graded. */
export class GraderScripts {
  private readonly scripts: Scripts;
  private readonly parts: Parts<{ readonly grader: Grader }>;

  constructor(private readonly addresses: Pick<PageData, 'spec' | 'picture' | 'editor'>) {
    const { spec, picture, editor } = addresses;
    const table = partTable();
    this.scripts = new Scripts([...table.files, spec, editor, ...(picture === undefined ? [] : [picture])]);
    this.parts = new Parts(this.scripts, table, 'grader');
  }

  /** Brings the editor, where the page does not have it from the start. @throws as `load` */
  async editor(): Promise<void> {
    if (!globalThis.timonelEditor) await this.scripts.load(this.addresses.editor);
  }

  /** Whether the graders have been asked for something already. */
  get isThere(): boolean {
    return window.timonelSpec !== undefined;
  }

  /**
   * What the exercise asks for and how it is judged; what it is likely to be judged with comes along.
   * @throws when a script cannot be read; the next call tries again
   */
  async load(): Promise<ExerciseSpec> {
    await Promise.all([this.parts.load(), this.scripts.load(this.addresses.spec)]);
    const { timonelSpec: spec } = window;
    if (!spec) throw new Error('empty exercise');
    return spec;
  }

  /**
   * Asks the graders for something, with all the words to tell it.
   * @throws as `load`
   */
  run<T>(work: (grader: Grader) => T): Promise<T> {
    return this.parts.run(({ grader }) => sayAll(grader, work(grader)));
  }

  /**
   * The same of the picture of an answer, with what draws it, which nobody waits for who wants to know the grade.
   * @throws as `load`
   */
  drawn<T>(work: (grader: Grader) => T): Promise<T> {
    return this.parts.run(({ grader }) => sayAll(grader, work(grader)), 'picture');
  }

  /** Tells the graders what the site has asked the lab. @param exercise with the files it is given with, and no others */
  recall(grader: Grader, { spec, given }: Exercise): void {
    grader.recall({ exercise: spec, given }, window.timonelHappened ?? []);
  }

  /** To tell of what was worked out in `run`. */
  get grader(): Grader {
    return this.parts.face.grader;
  }

  /**
   * What draws an answer.
   * @returns undefined where the exercise has nothing to draw
   * @throws as `load`
   */
  async picture(): Promise<typeof PictureSection | undefined> {
    const { picture } = this.addresses;
    if (picture === undefined) return undefined;
    await this.scripts.load(picture);
    await window.timonelPicture?.ready;
    return window.timonelPicture;
  }
}
