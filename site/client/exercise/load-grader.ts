import type { ExerciseSpec } from '../../../graders/index.ts';
import type { PageData } from '../../shared/page-data.ts';
import type { Grader } from '../grader.ts';
import type { PictureSection } from '../picture/section.ts';
import { Scripts } from '../scripts.ts';

declare global {
  interface Window {
    timonelGrader?: Grader;
    timonelSpec?: ExerciseSpec;
    timonelPicture?: typeof PictureSection;
  }
}

/** What grading takes: how to judge, and what this exercise asks for. */
export interface Loaded {
  readonly grader: Grader;
  readonly spec: ExerciseSpec;
}

/** The scripts that an exercise loads when it is first graded. */
export class GraderScripts {
  private readonly scripts: Scripts;

  constructor(private readonly addresses: Pick<PageData, 'grader' | 'spec' | 'picture'>) {
    const { grader, spec, picture } = addresses;
    this.scripts = new Scripts([grader, spec, ...(picture === undefined ? [] : [picture])]);
  }

  /** @throws when a script cannot be read; the next call tries again */
  async load(): Promise<Loaded> {
    await this.scripts.load(this.addresses.grader, this.addresses.spec);
    const { timonelGrader: grader, timonelSpec: spec } = window;
    if (!grader || !spec) throw new Error('empty grader');
    return { grader, spec };
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
