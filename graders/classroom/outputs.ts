import type { Lang, Text } from '../core/text.ts';
import { jsonText } from '../render/json-text.ts';
import type { ReviewScore } from '../render/score.ts';
import { type SinkName, sinks } from '../render/sinks/sinks.ts';
import { type Comment, noNotes, notesFor } from './comments/comments.ts';
import { type Comparison, compareResults } from './compare/compare.ts';
import { comparisonPage } from './compare/page.ts';
import { fillCanvas } from './export/canvas.ts';
import { ltiScores } from './export/lti.ts';
import { fillMoodle } from './export/moodle.ts';
import { longTable, matrixTable } from './export/tables.ts';
import { toldOfSubmission } from './export/told.ts';
import { courseFacts } from './report/course.ts';
import type { ReportModel } from './report/model.ts';
import { reportFiles } from './report/report.ts';
import type { ClassResults } from './results.ts';
import { formsOf } from './similar/forms.ts';
import { alikeIn } from './similar/similar.ts';

/** Formats that are written for each submission by itself. */
const single = {
  junit: 'xml',
  sarif: 'sarif',
  gradescope: 'json',
  prairielearn: 'json',
  'github-classroom': 'txt',
  exercism: 'json',
} as const satisfies Partial<Record<SinkName, string>>;

/** What may be asked for besides `results.json`. */
export const outputNames = ['report', 'csv', 'lti', ...(Object.keys(single) as (keyof typeof single)[])] as const;
export type OutputName = (typeof outputNames)[number];
export const isOutputName = (name: string): name is OutputName => (outputNames as readonly string[]).includes(name);

export interface OutputOptions {
  readonly lang: Lang;
  /** Of Timonel. */
  readonly version: string;
  /** Absolute paths of the course and of Timonel itself. */
  readonly root: string;
  readonly home: string;
  readonly outputs: readonly OutputName[];
  /** Which end of the interval goes into a gradebook where something waits for a person. */
  readonly review: ReviewScore;
  /** For LTI: ISO 8601. Without one there are no scores. */
  readonly timestamp?: string;
  /** The gradebooks of the teacher, filled. */
  readonly moodle?: Uint8Array;
  readonly canvas?: { readonly file: Uint8Array; readonly column?: string };
  readonly comments?: readonly Comment[];
  /** Results of before, to compare with. */
  readonly against?: ClassResults;
  /** Address of the study site, for links to its lessons. */
  readonly site?: string;
}

/** A file to be written, by its path in the folder of the results. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface Outputs {
  readonly files: Iterable<OutputFile>;
  /** With the results of before, where there are any. */
  readonly comparison: Comparison | undefined;
  /** What a person should know before publishing anything. */
  readonly remarks: readonly Text[];
}

/** Folders that belong to the outputs: what is in them and is not written again goes. */
export const outputFolders: readonly string[] = ['informe', 'calificaciones', 'csv', 'lti', ...Object.keys(single)];

/**
 * Everything that is written from the results of a class. The same results and options give the same bytes.
 * @throws {BadGradebook} where a gradebook of the teacher cannot be filled
 */
export function outputsOf(results: ClassResults, options: OutputOptions): Outputs {
  const { moodle, canvas, review, lang, against } = options;
  const wantsModel = options.outputs.includes('report') || options.comments !== undefined;
  const model = wantsModel ? modelOf(results, options) : undefined;
  const filled = [
    ...(moodle
      ? [{ path: 'calificaciones/moodle.csv', ...fillMoodle(results, moodle, review, lang, model?.notes) }]
      : []),
    ...(canvas
      ? [{ path: 'calificaciones/canvas.csv', ...fillCanvas(results, canvas.file, review, canvas.column) }]
      : []),
  ];
  const gradebooks = filled.map(({ path, file }) => ({ path, content: file }));
  const comparison = against && compareResults(against, results, review);
  return {
    files: files(results, options, { model, gradebooks, comparison }),
    comparison,
    remarks: [
      ...filled.flatMap(({ remarks }) => remarks),
      ...(model?.notes.lost ?? []).map(({ line }) => ({
        es: `El comentario de la línea ${line} no es de ninguna respuesta.`,
        en: `The comment on line ${line} is about no answer.`,
      })),
    ],
  };
}

function modelOf(results: ClassResults, { root, lang, comments, site }: OutputOptions): ReportModel {
  const facts = courseFacts(root, results);
  const forms = formsOf(results, (exercise) => facts.commonOf.get(exercise));
  const alike = [...forms.values()].flatMap((own) => alikeIn(own));
  const notes = comments ? notesFor(comments, results, forms) : noNotes;
  return { results, lang, facts, forms, alike, notes, ...(site !== undefined && { site }) };
}

/** What several of the files are made from. */
interface Made {
  readonly model: ReportModel | undefined;
  readonly gradebooks: readonly OutputFile[];
  readonly comparison: Comparison | undefined;
}

function* files(
  results: ClassResults,
  options: OutputOptions,
  { model, gradebooks, comparison }: Made,
): Generator<OutputFile> {
  const { lang, review, version, outputs, timestamp, home } = options;
  yield* gradebooks;
  if (comparison) yield { path: 'informe/cambios.json', content: jsonText(comparison) };
  if (outputs.includes('csv')) {
    yield { path: 'csv/clase.csv', content: matrixTable(results, review) };
    yield { path: 'csv/comprobaciones.csv', content: longTable(results, lang) };
  }
  if (outputs.includes('lti') && timestamp !== undefined) {
    yield { path: 'lti/scores.json', content: ltiScores(results, timestamp, review, lang, model?.notes) };
  }
  for (const [name, extension] of Object.entries(single) as [keyof typeof single, string][]) {
    if (!outputs.includes(name)) continue;
    for (const submission of results.submissions) {
      const told = toldOfSubmission(results, submission, lang);
      yield { path: `${name}/${submission.id}.${extension}`, content: sinks[name](told, { lang, version, review }) };
    }
  }
  if (model && outputs.includes('report')) {
    const more = comparison ? [comparisonPage(comparison, results, review, lang)] : [];
    for (const [path, content] of reportFiles(model, home, more)) yield { path: `informe/${path}`, content };
  }
}
