import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import { type CheckResult, isUntouched, type Report } from '../../core/report.ts';
import type { Lang, Text } from '../../core/text.ts';
import { asMarkdown, fenced, sentenceAsMarkdown } from '../../render/markdown.ts';
import { rangesIn, type TextOf } from '../../render/places.ts';
import { codeFrame } from '../../render/terminal/frame.ts';
import { plain } from '../../render/terminal/palette.ts';
import { pointsShort } from '../../render/terminal/points.ts';
import { checkAside, checkMarks, statusMarks, verdictLines } from '../../render/terminal/report.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import { alsoWorthKnowing, moreFindings, severities, statuses, whatHappened } from '../../render/terminal/sentences.ts';
import { traceLines } from '../../render/terminal/trace.ts';
import { sayFinding } from '../../render/words.ts';
import { cellId, checksum, metadataOf } from './anchor.ts';
import type { NewCell } from './write.ts';

/** What an exercise got, with the texts of its answers. */
export interface GradedExercise {
  readonly report: Report;
  readonly textOf: TextOf;
}

/** Findings of one check that are told with their code; the others are counted. */
const mostFindings = 5;
const mostAdvice = 4;
/** Columns of a piece of code. */
const width = 100;

/** The report of an exercise as a cell below its answer; undefined where nobody has answered anything. */
export function feedbackCell({ report, textOf }: GradedExercise, lang: Lang): NewCell | undefined {
  if (isUntouched(report)) return undefined;
  const screen: Screen = { lang, palette: plain, width, textOf, shownPath: (path) => path };
  const verdict = verdictLines(report, { ...screen, width: Number.POSITIVE_INFINITY });
  const head = fill(heading, { number: report.number, mark: statusMarks[report.status] }, lang);
  const parts = [
    `**${head}** ${verdict.map(sentenceAsMarkdown).join(' ')}`,
    report.checks.map((check) => checkItem(check, screen)).join('\n'),
    ...report.checks.flatMap((check) => checkDetails(check, screen)),
    ...advice(report, screen),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return {
    id: cellId(report.id, 'feedback'),
    kind: 'markdown',
    text,
    metadata: {
      tags: ['timonel-feedback'],
      timonel: {
        ...metadataOf({ part: 'feedback', exercise: report.id, file: '' }),
        points: { ...report.points },
        status: report.status,
        sum: checksum(text.trim()),
      },
    },
  };
}

function checkItem(check: CheckResult, screen: Screen): string {
  const aside = checkAside(check, screen, pointsShort);
  const title = sentenceAsMarkdown(check.title[screen.lang]);
  return `- ${checkMarks[check.status]} ${title}${aside === '' ? '' : ` · ${asMarkdown(aside)}`}`;
}

/** Why a check failed, or awaits a person. */
function checkDetails(check: CheckResult, screen: Screen): readonly string[] {
  if (check.status !== 'fail' && check.status !== 'review') return [];
  const reasons = check.findings.filter(({ severity }) => check.status === 'review' || severity === 'error');
  const shown = reasons.slice(0, mostFindings).map((found) => findingText(found, screen));
  const left = reasons.length - shown.length;
  const ownTrace = check.trace && check.trace.hops.length > 0 && !reasons.some(({ because }) => because);
  if (shown.length === 0 && !ownTrace) return [];
  return [
    `**${checkMarks[check.status]} ${sentenceAsMarkdown(check.title[screen.lang])}**`,
    ...shown,
    ...(left > 0 ? [fill(moreFindings, { count: left }, screen.lang)] : []),
    ...(ownTrace && check.trace ? [traceText(check.trace, screen)] : []),
  ];
}

function findingText(found: Finding, screen: Screen): string {
  const { lang, textOf } = screen;
  const text = textOf(found.at.path);
  const frame = text === undefined ? [] : codeFrame(text, found.at, { palette: plain, width });
  return [
    `${sentenceAsMarkdown(sayFinding(found, lang))} (${placeText(found, screen)})`,
    ...(frame.length > 0 ? [fenced(frame.join('\n'), 'text')] : []),
    // A finding that holds its result back does not show the way to it here: whoever thinks again learns more.
    ...(found.because && !found.answer ? [traceText(found.because, screen)] : []),
  ].join('\n\n');
}

function placeText({ at, id }: Finding, { lang, textOf }: Screen): string {
  const { line, column } = rangesIn(textOf)(at).start;
  const data = { file: asMarkdown(at.path), line, column };
  return `${fill(textOf(at.path) === undefined ? inFile : inLine, data, lang)}; \`${id}\``;
}

/** What the lab did, behind a click. */
function traceText(trace: NonNullable<Finding['because']>, screen: Screen): string {
  const lines = traceLines(trace, screen).join('\n');
  return `<details><summary>${whatHappened[screen.lang]}</summary>\n\n${fenced(lines, 'text')}\n\n</details>`;
}

/** Warnings, each once: they cost nothing. */
function advice({ checks }: Report, screen: Screen): readonly string[] {
  const found = checks.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning'));
  const once = [...new Map(found.map((one) => [`${one.id} ${one.at.path} ${one.at.from}`, one])).values()];
  if (once.length === 0) return [];
  const items = once.slice(0, mostAdvice).map((one) => {
    const words = sentenceAsMarkdown(sayFinding(one, screen.lang));
    return `- ${severities[one.severity][screen.lang]}: ${words} (${placeText(one, screen)})`;
  });
  const left = once.length - items.length;
  const rest = left > 0 ? [`- ${fill(moreFindings, { count: left }, screen.lang)}`] : [];
  return [`**${alsoWorthKnowing[screen.lang]}**`, [...items, ...rest].join('\n')];
}

/** A part of the notebook that no exercise could be given, in its first words. */
export interface LeftOut {
  readonly where: string;
  readonly words: string;
  readonly why: Text;
}

const mostLeft = 20;

/** All results at a glance, before everything else. */
export function summaryCell(graded: readonly GradedExercise[], left: readonly LeftOut[], lang: Lang): NewCell {
  const screen: Screen = { lang, palette: plain, width, textOf: () => undefined, shownPath: (path) => path };
  const answered = graded.filter(({ report }) => !isUntouched(report));
  const rows = answered.map(({ report }) => {
    const cells = [statusMarks[report.status], statuses[report.status][lang], pointsShort(report.points, screen)];
    return `| ${report.number} | ${asMarkdown(report.title[lang])} | ${cells.slice(0, 2).join(' ')} | ${cells[2]} |`;
  });
  const blank = graded.length - answered.length;
  const parts = [
    `## ${summaryTitle[lang]}`,
    rows.length > 0 ? [tableHead[lang], '|---:|---|---|---:|', ...rows].join('\n') : nothingAnswered[lang],
    ...(blank > 0 ? [fill(notAnswered, { count: blank }, lang)] : []),
    ...(left.length > 0
      ? [
          leftTitle[lang],
          left
            .slice(0, mostLeft)
            .map((one) => leftItem(one, lang))
            .join('\n'),
        ]
      : []),
    ...(left.length > mostLeft ? [fill(moreFindings, { count: left.length - mostLeft }, lang)] : []),
  ];
  const text = parts.join('\n\n');
  return {
    id: cellId('timonel', 'feedback'),
    kind: 'markdown',
    text,
    metadata: {
      tags: ['timonel-feedback'],
      timonel: { ...metadataOf({ part: 'feedback', exercise: '', file: '' }), sum: checksum(text.trim()) },
    },
  };
}

const leftItem = ({ where, words, why }: LeftOut, lang: Lang): string =>
  `- ${asMarkdown(where)}, «${asMarkdown(words)}»: ${sentenceAsMarkdown(why[lang])}.`;

const heading: Text = { es: '{mark} Ejercicio {number}.', en: '{mark} Exercise {number}.' };
const inLine: Text = { es: '{file}, línea {line}, columna {column}', en: '{file}, line {line}, column {column}' };
const inFile: Text = { es: '{file}', en: '{file}' };
const summaryTitle: Text = { es: 'Corrección de Timonel', en: 'Graded by Timonel' };
const tableHead: Text = { es: '| | Ejercicio | Estado | Puntos |', en: '| | Exercise | Status | Points |' };
const nothingAnswered: Text = {
  es: 'No hay ninguna respuesta que se pueda corregir.',
  en: 'There is no answer that can be graded.',
};
const notAnswered: Text = {
  es: '{count} {count:ejercicio queda|ejercicios quedan} sin empezar.',
  en: '{count} {count:exercise is|exercises are} not begun.',
};
const leftTitle: Text = {
  es: '**Lo que no se ha podido situar**, y por tanto no se ha corregido:',
  en: '**What could not be placed**, and so was not graded:',
};
