import { fill } from '../../core/messages.ts';
import type { ExerciseStatus } from '../../core/report.ts';
import type { Lang, Text } from '../../core/text.ts';
import type { FindingJson } from '../finding-json.ts';
import type { FileJson } from '../json.ts';
import { asMarkdown, fenced } from '../markdown.ts';
import { intervalOf } from '../score.ts';
import { safe } from '../terminal/safe.ts';
import { statuses } from '../terminal/sentences.ts';
import { mostOf, type Told } from '../told.ts';
import { casesOf } from './cases.ts';
import type { Sink } from './sink.ts';

/** Annotations of a kind that a step may show; GitHub drops the others without a word. */
const mostOfKind = 10;
/** Of a summary, in characters; GitHub refuses one of more than a mebibyte. */
const longestSummary = 250_000;

type Level = 'error' | 'warning' | 'notice';
const levels = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<string, Level>;

interface Annotation {
  readonly level: Level;
  readonly file: string;
  readonly found: FindingJson;
  readonly title: string;
}

/**
 * Commands that a step of GitHub Actions prints, which become annotations of the change: one per exercise, where its first
 * failure is. The rest is in the summary, as only ten of a kind are shown.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export const github: Sink = (graded) =>
  commands(
    graded.flatMap((told): readonly Annotation[] => {
      const level = levelOf(told.report.status);
      const wanted = told.report.status === 'review' ? 'review' : 'fail';
      const check = told.report.checks.find(
        ({ status, findings }) => status === wanted && (wanted === 'review' || findings.some(isError)),
      );
      const found = check?.findings.find((one) => wanted === 'review' || isError(one));
      if (!level || !found) return [];
      return [{ level, file: told.shownPath(found.path), found, title: `${told.report.number}. ${told.title}` }];
    }),
  );

/** The same for the findings of `timonel check`: the gravest first. */
export function githubFiles(files: readonly FileJson[]): string {
  const all = files.flatMap(({ findings }) =>
    findings.map((found) => ({ level: levels[found.severity], file: found.path, found, title: found.id })),
  );
  return commands(
    (['error', 'warning', 'notice'] as const).flatMap((level) =>
      all.filter((one) => one.level === level).slice(0, mostOfKind),
    ),
  );
}

const isError = ({ severity }: FindingJson): boolean => severity === 'error';

function levelOf(status: ExerciseStatus): Level | undefined {
  if (status === 'fail' || status === 'error') return 'error';
  return status === 'review' ? 'notice' : undefined;
}

function commands(annotations: readonly Annotation[]): string {
  return annotations.map((one) => `${command(one)}\n`).join('');
}

function command({ level, file, found: { range, message }, title }: Annotation): string {
  const { start, end } = range;
  // Columns are only obeyed within one line.
  const columns = start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [];
  const place = [`file=${property(file)}`, `line=${start.line}`, `endLine=${end.line}`, ...columns];
  return `::${level} ${[...place, `title=${property(title)}`].join(',')}::${data(safe(message))}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(safe(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * What is appended to the file named by `GITHUB_STEP_SUMMARY`: a table of exercises and, below it, every finding.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
export function githubSummary(graded: readonly Told[], lang: Lang): string {
  const rows = graded.map((told) => {
    const { number, status } = told.report;
    const { min, max, of } = intervalOf(told.report, mostOf(told));
    const points = min === max ? `${min}/${of}` : `${min}–${max}/${of}`;
    return `| ${number} | ${asMarkdown(told.title)} | ${statuses[status][lang]} | ${points} |`;
  });
  const parts = graded.flatMap((told) => {
    const open = casesOf(told, lang).filter(({ status }) => ['fail', 'error', 'review'].includes(status));
    if (open.length === 0) return [];
    const items = open.map(({ title, message }) => `- **${asMarkdown(title)}**\n${indented(message)}`);
    return [`### ${told.report.number}. ${asMarkdown(told.title)}\n\n${items.join('\n')}\n`];
  });
  const head = fill(summaryHead, {}, lang);
  return short([`## Timonel\n\n${head}\n|---:|---|---|---:|\n${rows.join('\n')}\n`, ...parts].join('\n'), lang);
}

/** The summary of `timonel check`. */
export function githubFilesSummary(files: readonly FileJson[], lang: Lang): string {
  const rows = files.flatMap(({ findings }) =>
    findings.map(
      ({ path, range, severity, id, message }) =>
        `| ${asMarkdown(path)}:${range.start.line} | ${severity} | ${asMarkdown(id)} | ${asMarkdown(message)} |`,
    ),
  );
  const body =
    rows.length > 0 ? `${fill(filesHead, {}, lang)}\n|---|---|---|---|\n${rows.join('\n')}\n` : `${clean[lang]}\n`;
  return short(`## timonel check\n\n${body}`, lang);
}

function short(text: string, lang: Lang): string {
  if (text.length <= longestSummary) return text;
  return `${text.slice(0, text.lastIndexOf('\n', longestSummary))}\n\n${tooLong[lang]}\n`;
}

/** As code, which shows everything as it is. */
function indented(message: string): string {
  const lines = fenced(message, 'text').split('\n');
  return lines.map((line) => `  ${line}`).join('\n');
}

const summaryHead: Text = { es: '| | Ejercicio | Estado | Puntos |', en: '| | Exercise | Status | Points |' };
const filesHead: Text = { es: '| Dónde | Gravedad | Hallazgo | Qué |', en: '| Where | Severity | Finding | What |' };
const clean: Text = { es: 'Sin hallazgos.', en: 'Nothing was found.' };
const tooLong: Text = {
  es: 'Hay más: este resumen no admite tanto texto.',
  en: 'There is more: this summary takes no more text.',
};
