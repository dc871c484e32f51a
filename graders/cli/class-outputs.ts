import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadComments, type Comment, readComments } from '../classroom/comments/comments.ts';
import { comparisonLines } from '../classroom/compare/lines.ts';
import { fillCanvas } from '../classroom/export/canvas.ts';
import { BadGradebook } from '../classroom/export/gradebook.ts';
import { isTimestamp } from '../classroom/export/lti.ts';
import { fillMoodle } from '../classroom/export/moodle.ts';
import { isOutputName, type OutputName, type OutputOptions, outputNames, outputsOf } from '../classroom/outputs.ts';
import type { ClassExercise, ClassResults } from '../classroom/results.ts';
import { writeOutputs } from '../classroom/write-outputs.ts';
import type { Json } from '../core/json.ts';
import { fill } from '../core/messages.ts';
import type { Lang, Text } from '../core/text.ts';
import { readRegular } from '../course/regular.ts';
import { safe } from '../render/terminal/safe.ts';
import { wrap } from '../render/terminal/wrap.ts';
import { type Context, UsageError } from './io.ts';
import { screenFor } from './screen.ts';

/** What may be said about the outputs of a class, as it is typed. */
export interface OutputArguments {
  readonly export?: string;
  readonly review?: string;
  readonly moodle?: string;
  readonly canvas?: string;
  readonly canvasColumn?: string;
  readonly comments?: string;
  readonly against?: string;
  readonly timestamp?: string;
  readonly site?: string;
}

/** Of gradebooks and comments. */
const largest = 64 * 1024 * 1024;

/**
 * Reads all that the outputs need, before anything is graded: a mistake is told in the first second, and `--against` may be
 * the very folder that is written to.
 * @param exercises of the course, by which gradebooks are looked at
 * @throws {UsageError}
 */
export function readOutputs(
  given: OutputArguments,
  exercises: readonly ClassExercise[],
  context: Context,
): OutputOptions {
  const { lang, version, root, home } = context;
  const outputs = namesOf(given.export, lang);
  const { review = 'min', timestamp, site } = given;
  if (review !== 'min' && review !== 'max') throw usage(badReview, { review }, lang);
  if (outputs.includes('lti') && timestamp === undefined) throw usage(noTimestamp, {}, lang);
  if (timestamp !== undefined && !isTimestamp(timestamp)) throw usage(badTimestamp, { timestamp }, lang);
  if (site !== undefined && !/^https?:\/\/[^\s"'<>]+$/.test(site)) throw usage(badSite, { site }, lang);
  const options: OutputOptions = {
    ...{ lang, version, root, home, outputs, review },
    ...(timestamp !== undefined && { timestamp }),
    ...(site !== undefined && { site: site.endsWith('/') ? site : `${site}/` }),
    ...(given.moodle !== undefined && { moodle: bytesOf(given.moodle, context) }),
    ...(given.canvas !== undefined && {
      canvas: {
        file: bytesOf(given.canvas, context),
        ...(given.canvasColumn !== undefined && { column: given.canvasColumn }),
      },
    }),
    ...(given.comments !== undefined && { comments: commentsOf(given.comments, context) }),
    ...(given.against !== undefined && { against: resultsOf(given.against, context) }),
  };
  tryGradebooks(given, options, { version: 1, exercises, submissions: [], remarks: [] });
  return options;
}

/**
 * Writes the outputs.
 * @returns what to tell about them
 */
export function writeAll(
  results: ClassResults,
  out: string,
  options: OutputOptions,
  context: Context,
): readonly string[] {
  const screen = screenFor(context);
  const { files, comparison, remarks } = outputsOf(results, options);
  writeOutputs(files, out);
  const told = remarks.flatMap((remark) => wrap(remark[context.lang], screen.width, screen.palette));
  const compared = comparison ? comparisonLines(comparison, options.review, screen) : [];
  return [...(compared.length > 0 ? ['', ...compared] : []), ...(told.length > 0 ? ['', ...told] : [])];
}

function namesOf(list: string | undefined, lang: Lang): readonly OutputName[] {
  if (list === undefined) return ['report', 'csv'];
  const names = list.split(',').map((name) => name.trim());
  return names
    .filter((name) => name !== '' && name !== 'none')
    .map((name) => {
      if (!isOutputName(name)) throw usage(badName, { name: safe(name), names: [...outputNames] }, lang);
      return name;
    });
}

function bytesOf(file: string, { cwd, lang }: Context): Buffer {
  try {
    return readRegular(resolve(cwd, file), { most: largest });
  } catch {
    throw usage(unreadable, { file: safe(file) }, lang);
  }
}

function commentsOf(file: string, context: Context): readonly Comment[] {
  const text = bytesOf(file, context).toString('utf8');
  try {
    return readComments(file, text);
  } catch (problem) {
    if (!(problem instanceof BadComments)) throw problem;
    throw new UsageError(`${safe(file)}:${problem.line}: ${safe(problem.why[context.lang])}`);
  }
}

/** Results of before: a `results.json`, or the folder that holds one. */
function resultsOf(path: string, { cwd, lang }: Context): ClassResults {
  const named = resolve(cwd, path);
  const file = statSync(named, { throwIfNoEntry: false })?.isDirectory() ? join(named, 'results.json') : named;
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<ClassResults>;
    if (read.version === 1 && Array.isArray(read.exercises) && Array.isArray(read.submissions)) {
      return read as ClassResults;
    }
  } catch {
    // Told below: whatever the reason, there is nothing to compare with.
  }
  throw usage(badAgainst, { path: safe(path) }, lang);
}

function tryGradebooks(given: OutputArguments, { moodle, canvas, lang }: OutputOptions, nobody: ClassResults): void {
  const attempt = (file: string | undefined, fillIt: () => unknown) => {
    try {
      fillIt();
    } catch (problem) {
      if (!(problem instanceof BadGradebook)) throw problem;
      throw new UsageError(`${safe(file ?? '')}: ${safe(problem.why[lang])}`);
    }
  };
  if (moodle) attempt(given.moodle, () => fillMoodle(nobody, moodle, 'min', lang));
  if (canvas) attempt(given.canvas, () => fillCanvas(nobody, canvas.file, 'min', canvas.column));
}

const usage = (text: Text, data: Readonly<Record<string, Json>>, lang: Lang): UsageError =>
  new UsageError(fill(text, data, lang));

const badReview: Text = {
  es: '`--review` admite `min` (lo seguro) o `max` (todo lo que está por revisar vale), y no `{review}`.',
  en: '`--review` takes `min` (what is certain) or `max` (all that is to review counts), and not `{review}`.',
};
const noTimestamp: Text = {
  es: '`--export lti` necesita `--timestamp`: la hora de las notas, como `2026-11-30T10:00:00Z`.',
  en: '`--export lti` needs `--timestamp`: the time of the scores, such as `2026-11-30T10:00:00Z`.',
};
const badTimestamp: Text = {
  es: '`--timestamp {timestamp}` no es una hora con su zona: se escribe `2026-11-30T10:00:00Z`.',
  en: '`--timestamp {timestamp}` is no time with its zone: it is written `2026-11-30T10:00:00Z`.',
};
const badSite: Text = {
  es: '`--site {site}` no es la dirección de un sitio: empieza por `https://`.',
  en: '`--site {site}` is no address of a site: it begins with `https://`.',
};
const badName: Text = {
  es: '`--export` no conoce `{name}`. Lo que hay: {names}, separado por comas; `none`, nada.',
  en: '`--export` knows no `{name}`. There are {names}, separated by commas; `none` is nothing.',
};
const unreadable: Text = {
  es: 'No se puede leer el fichero `{file}`.',
  en: 'The file `{file}` cannot be read.',
};
const badAgainst: Text = {
  es: 'En `{path}` no hay unos resultados con los que comparar: se espera un `results.json`, o la carpeta que lo tiene.',
  en: 'There are no results to compare with in `{path}`: it takes a `results.json`, or the folder that has one.',
};
