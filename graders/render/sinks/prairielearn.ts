import type { Text } from '../../core/text.ts';
import { jsonText } from '../json-text.ts';
import { intervalOf, scaled, sumOf } from '../score.ts';
import { mostOf } from '../told.ts';
import { casesOf, cut } from './cases.ts';
import type { Sink } from './sink.ts';

/** UTF-16 units for all messages together: the whole file may have a megabyte, and a unit takes up to three bytes. */
const room = 250_000;

/**
 * `results.json` of a PrairieLearn external grader. Points stand on every test, from which PrairieLearn shows a table; the
 * score is the certain end of the interval unless `review` says otherwise. Only where nothing at all could be graded is
 * the submission ungradable, and then it costs no attempt.
 * @see https://docs.prairielearn.com/externalGrading/#grading-results
 */
export const prairielearn: Sink = (graded, { lang, review = 'min' }) => {
  const total = sumOf(graded.map((told) => intervalOf(told.report, mostOf(told))));
  const cases = graded.flatMap((told) => casesOf(told, lang).map((one) => ({ told, one })));
  const longest = Math.min(20_000, Math.floor(room / Math.max(1, cases.length)));
  if (graded.length > 0 && graded.every(({ report }) => report.status === 'error')) {
    const errors = cases.map(({ one }) => cut(one.message, longest, lang));
    return jsonText({ gradable: false, message: ungradable[lang], format_errors: errors });
  }
  return jsonText({
    gradable: true,
    score: total.of > 0 ? Math.round((total[review] / total.of) * 1e6) / 1e6 : 0,
    ...(total.min < total.max && { message: reviewed[lang] }),
    tests: cases.map(({ told, one }) => ({
      name: graded.length > 1 ? `${told.report.number}. ${told.title}: ${one.title}` : one.title,
      description: `${told.report.folder}/${one.id}`,
      points: scaled(one.points, one.points.of, review),
      max_points: one.points.of,
      ...(one.message !== '' && { message: cut(one.message, longest, lang) }),
    })),
  });
};

const ungradable: Text = {
  es: 'No se ha podido corregir: la entrega no cuenta como intento.',
  en: 'It could not be graded: the submission costs no attempt.',
};
const reviewed: Text = {
  es: 'Una parte espera a que la lea una persona; no cuenta como error.',
  en: 'A part waits to be read by a person; it does not count as wrong.',
};
