import type { CheckResultJson } from '../render/finding-json.ts';
import type { ExerciseJson } from '../render/json.ts';
import type { ClassResults, GradedAnswer, GradedSubmission } from './results.ts';

/** The results of a class as JSON. A check that many submissions share is put into words once. */
export class ResultsText {
  private readonly checks = new Map<CheckResultJson, string>();

  constructor(private readonly results: ClassResults) {}

  /**
   * All of them, one line for each submission: a class may be more than one string can hold.
   * @param each is told every submission and its text on the way
   */
  *lines(each: (submission: GradedSubmission, text: string) => void = () => {}): Generator<string> {
    const { version, exercises, submissions, remarks } = this.results;
    yield `{"version":${version},\n"exercises":${JSON.stringify(exercises)},\n"remarks":${JSON.stringify(remarks)},\n"submissions":[`;
    for (const [index, submission] of submissions.entries()) {
      const text = this.submission(submission);
      each(submission, text);
      yield `${index === 0 ? '' : ','}\n${text}`;
    }
    yield '\n]}\n';
  }

  private submission(submission: GradedSubmission): string {
    return objectText(submission, 'exercises', listText(submission.exercises.map((answer) => this.answer(answer))));
  }

  private answer(answer: GradedAnswer): string {
    return objectText(answer, 'report', this.report(answer.report));
  }

  private report(report: ExerciseJson): string {
    return objectText(report, 'checks', listText(report.checks.map((check) => this.check(check))));
  }

  private check(check: CheckResultJson): string {
    const text = this.checks.get(check) ?? JSON.stringify(check);
    this.checks.set(check, text);
    return text;
  }
}

/** As `JSON.stringify` writes it, but for one property whose text is known. */
function objectText<Key extends string>(object: { readonly [key in Key]: unknown }, known: Key, text: string): string {
  const properties = Object.entries(object).flatMap(([key, value]) => {
    const written = key === known ? text : JSON.stringify(value);
    return written === undefined ? [] : [`${JSON.stringify(key)}:${written}`];
  });
  return `{${properties.join(',')}}`;
}

const listText = (items: readonly string[]): string => `[${items.join(',')}]`;
