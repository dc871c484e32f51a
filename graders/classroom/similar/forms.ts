import { createHash } from 'node:crypto';
import { handed, Known, manifests } from '../../checks/answer/handed.ts';
import type { AnswerFormat } from '../../core/exercise.ts';
import { plainWords } from '../../core/plain-letters.ts';
import { Recent } from '../../core/recent.ts';
import { isUntouched } from '../../core/report.ts';
import type { Source } from '../../core/source.ts';
import type { ClassResults, GradedAnswer } from '../results.ts';
import { normalOf } from './answer.ts';
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
  /** What it says that is not in front of everybody: each fact by a number, as a class may say millions of them. */
  readonly own: ReadonlySet<number>;
  /** The same in words, read again from the answer. */
  readonly facts: () => readonly string[];
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
  const isOwn = (fact: string): boolean => !everyone.has(fact) && !everyone.has(runOf(fact));
  const read = reader(common?.formats);
  // By the text of the files: equal files are read once.
  const seen = new Map<string, { readonly text: string; readonly own: ReadonlySet<number> }>();
  const groups = new Map<string, { readonly own: ReadonlySet<number>; readonly members: Answered[] }>();
  for (const one of answered) {
    const known = seen.get(one.answer.key) ?? summaryOf(read(one.answer), isOwn);
    seen.set(one.answer.key, known);
    const id = digest(JSON.stringify([exercise, known.text, outcomeOf(one.answer)]));
    const group = groups.get(id) ?? { own: known.own, members: [] };
    group.members.push(one);
    groups.set(id, group);
  }
  return [...groups]
    .flatMap(([id, { own, members }]): readonly Form[] => {
      const [first] = members;
      if (!first) return [];
      const submissions = members.map(({ submission }) => submission);
      const facts = () => read(first.answer).facts.filter(isOwn);
      return [{ id, exercise, submissions, own, facts, sample: first.answer }];
    })
    .sort((a, b) => b.submissions.length - a.submissions.length || (a.id < b.id ? -1 : 1));
}

function summaryOf({ text, facts }: Normal, isOwn: (fact: string) => boolean) {
  return { text: digest(text), own: new Set(facts.filter(isOwn).map(numberOf)) };
}

/** A number of 52 bits for a text: two texts of a class share one by accident once in thousands of classes. */
function numberOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high + unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** Forms of manifests that are kept, and how long their texts may be together. */
const kept = { forms: 256, letters: 2_000_000 };

/** Reads all files of an answer as one. Manifests that differ only in the comments at their end, as many of a class do, are read once. */
function reader(formats: Common['formats'] | undefined): (answer: GradedAnswer) => Normal {
  const known = new Known();
  const normals = new Recent<Normal>(kept.forms, kept.letters);
  const normal = (source: Source): Normal => {
    const format = formatOf(source.path, formats);
    if (format !== 'manifests') return normalOf(source, format);
    const body = handed(source, manifests, known).body();
    return normals.of(`${body.path}\n${body.text}`, () => normalOf(body, format));
  };
  return ({ answers }) => {
    const each = answers.map((source) => ({ path: source.path, ...normal(source) }));
    return {
      text: each.map(({ path, text }) => `${path}\n${text}`).join('\n\n'),
      facts: each.flatMap(({ path, facts }) => facts.map((fact) => `${path}: ${fact}`)),
    };
  };
}

function factsOfEveryone({ formats, answers, texts }: Common): readonly string[] {
  const ofAnswers = answers.flatMap((source) =>
    normalOf(source, formatOf(source.path, formats)).facts.map((fact) => `${source.path}: ${fact}`),
  );
  // Words of the statement or of a right answer are nobody's own, in whatever field they stand.
  return [...ofAnswers, ...ofAnswers.map(runOf), ...texts.flatMap((text) => runsOf(plainWords(text), 4))];
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
