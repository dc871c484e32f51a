import { createHash } from 'node:crypto';
import type { AnswerFormat } from '../../core/exercise.ts';
import { isUntouched } from '../../core/report.ts';
import type { Source } from '../../core/source.ts';
import type { ClassResults, GradedAnswer } from '../results.ts';
import { normalOf } from './answer.ts';
import { wordsOf } from './data.ts';
import { type Normal, runsOf } from './normal.ts';

/** What everybody has in front of them, or must arrive at: none of it is anyone's own. */
export interface Common {
  readonly formats: ReadonlyMap<string, AnswerFormat>;
  /** Starters, reference and other right answers, as answer files. */
  readonly answers: readonly Source[];
  /** Statement and given files, as prose. */
  readonly texts: readonly string[];
}

/** Answers to an exercise that are one and the same to whoever reads them, and got the same result. */
export interface Form {
  /** Short, and the same as long as the answer is: a comment names it. */
  readonly id: string;
  readonly exercise: string;
  /** Ids of the submissions, in order. */
  readonly submissions: readonly string[];
  /** What it says that is not in front of everybody. */
  readonly own: ReadonlySet<string>;
  readonly sample: GradedAnswer;
}

/** The answered forms of each exercise, the most frequent first. */
export function formsOf(
  { exercises, submissions }: ClassResults,
  commonOf: (exercise: string) => Common | undefined,
): ReadonlyMap<string, readonly Form[]> {
  return new Map(
    exercises.map(({ id }) => {
      const answered = submissions.flatMap((submission) => {
        const answer = submission.exercises.find(({ report }) => report.id === id);
        return answer && !isUntouched(answer.report) && answer.answers.length > 0
          ? [{ submission: submission.id, answer }]
          : [];
      });
      return [id, formsOfExercise(id, answered, commonOf(id))];
    }),
  );
}

interface Answered {
  readonly submission: string;
  readonly answer: GradedAnswer;
}

function formsOfExercise(exercise: string, answered: readonly Answered[], common: Common | undefined): readonly Form[] {
  const everyone = new Set(common ? factsOfEveryone(common) : []);
  const normals = new Map<string, Normal>();
  const groups = new Map<string, { readonly normal: Normal; readonly members: Answered[] }>();
  for (const one of answered) {
    const { key, answers } = one.answer;
    const normal = normals.get(key) ?? wholeOf(answers, common?.formats);
    normals.set(key, normal);
    const id = digest(JSON.stringify([exercise, normal.text, outcomeOf(one.answer)]));
    const group = groups.get(id) ?? { normal, members: [] };
    group.members.push(one);
    groups.set(id, group);
  }
  return [...groups]
    .flatMap(([id, { normal, members }]): readonly Form[] => {
      const [first] = members;
      if (!first) return [];
      const own = new Set(normal.facts.filter((fact) => !everyone.has(fact) && !everyone.has(runOf(fact))));
      return [{ id, exercise, submissions: members.map(({ submission }) => submission), own, sample: first.answer }];
    })
    .sort((a, b) => b.submissions.length - a.submissions.length || (a.id < b.id ? -1 : 1));
}

/** All files of an answer as one. */
function wholeOf(answers: readonly Source[], formats: Common['formats'] | undefined): Normal {
  const each = answers.map((source) => ({ path: source.path, ...normalOf(source, formatOf(source.path, formats)) }));
  return {
    text: each.map(({ path, text }) => `${path}\n${text}`).join('\n\n'),
    facts: each.flatMap(({ path, facts }) => facts.map((fact) => `${path}: ${fact}`)),
  };
}

function factsOfEveryone({ formats, answers, texts }: Common): readonly string[] {
  const ofAnswers = answers.flatMap((source) =>
    normalOf(source, formatOf(source.path, formats)).facts.map((fact) => `${source.path}: ${fact}`),
  );
  // Words of the statement or of a right answer are nobody's own, in whatever field they stand.
  return [...ofAnswers, ...ofAnswers.map(runOf), ...texts.flatMap((text) => runsOf(wordsOf(text), 4))];
}

/** The words of a fact that is a run of words; nothing else is one. */
const runOf = (fact: string): string => (fact.includes('~') ? fact.slice(fact.indexOf('~') + 1) : '');

/** Every answer file says its format; one that the results do not know is text. */
const formatOf = (path: string, formats: Common['formats'] | undefined): AnswerFormat =>
  formats?.get(path) ?? 'manifests';

/** What its checks came to: two texts that look alike and do not do alike are two answers. */
const outcomeOf = ({ report }: GradedAnswer): unknown =>
  report.checks.map(({ id, status, points }) => [id, status, points.min]);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
