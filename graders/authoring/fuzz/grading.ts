import type { AnswerFormat } from '../../core/exercise.ts';
import { lazy } from '../../core/lazy.ts';
import { readReference } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { exerciseJson, gradeJson } from '../../render/json.ts';
import { textsOf } from '../../render/places.ts';
import { type Entry, entry, sane } from './entry.ts';
import { answersIn } from './samples.ts';

/** Between an answer and the exercise it answers, in one text. */
const mark = /^#! (\d+)\n/;

/** Grading the answers of a format, whatever the exercise: a text says in its first line which one it answers. */
export function grading(format: AnswerFormat, pieces: readonly string[], tree?: 'yaml'): Entry {
  const asked = lazy(() => answersIn(format));
  return entry({
    texts: () => asked().flatMap(({ texts }, which) => texts.map((text) => `#! ${which}\n${text}`)),
    pieces,
    ...(tree && { tree }),
    run(marked) {
      const { exercise, index } = asked()[Number(mark.exec(marked)?.[1] ?? 0)] ?? asked()[0] ?? {};
      if (!exercise || index === undefined) return;
      const { answers } = readReference('.', exercise);
      const text = marked.replace(mark, '');
      const sources = answers.with(index, { path: answers[index]?.path ?? 'respuesta', text });
      const report = grade(exercise, sources);
      const all = [...sources, ...exercise.given];
      sane(
        report.checks.flatMap(({ findings }) => findings),
        all,
      );
      // What is told in words must be tellable too.
      JSON.stringify(gradeJson([exerciseJson(report, textsOf(all), 'es')]));
    },
  });
}
