import type { Source } from '../core/source.ts';
import { answerForm } from '../theory/answer-form.ts';
import { isBlankItem } from '../theory/section.ts';
import type { Verdict } from './check.ts';
import type { CheckSpec, ExerciseSpec } from './kinds.ts';

/**
 * Tells what is wrong from what is not answered yet: a check that fails is pending while all it looks at, or all it found
 * wrong, is as it was at the start.
 * @param starter the answers as they are given
 */
export class Beginnings {
  /** No answer has been touched. */
  readonly all: boolean;
  private readonly untouched: ReadonlySet<string>;
  /** Checks of a section of the literal. */
  private readonly sections: ReadonlySet<string>;

  constructor(
    private readonly spec: ExerciseSpec,
    starter: readonly Source[],
    private readonly answers: readonly Source[],
  ) {
    const same = answers.filter((answer, index) => isAsGiven(answer, starter[index]));
    this.all = same.length === answers.length;
    this.untouched = new Set(same.map(({ path }) => path));
    this.sections = new Set(answerForm(spec).map(({ check }) => check));
  }

  isPending(check: CheckSpec, { findings, share }: Verdict): boolean {
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 && errors.every(({ at }) => this.untouched.has(at.path))) return true;
    if (this.looksAt(check).every(({ path }) => this.untouched.has(path))) return true;
    return errors.length > 0 && errors.every(isBlankItem) && (share?.max ?? 0) === 0;
  }

  /** The answers a check looks at: a section is in the literal, and the lab is given the other files. */
  private looksAt(check: CheckSpec): readonly Source[] {
    const names = this.spec.answers.map(({ file }) => file);
    const isLooked = (index: number): boolean => {
      if (check.kind === 'valid') return check.files?.includes(names[index] ?? '') ?? true;
      return (this.spec.answers[index]?.format === 'literal') === this.sections.has(check.id);
    };
    const looked = this.answers.filter((_, index) => isLooked(index));
    return looked.length > 0 ? looked : this.answers;
  }
}

/** Whether nobody has answered in a file: line endings and trailing blank space do not count. */
export const isAsGiven = (answer: Source, starter: Source | undefined): boolean =>
  essence(answer.text) === essence(starter?.text ?? '');

const essence = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
