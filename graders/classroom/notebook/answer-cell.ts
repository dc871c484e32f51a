import type { AnswerFormat } from '../../core/exercise.ts';
import type { Lang, Text } from '../../core/text.ts';
import type { Exercise } from '../../exercise.ts';
import { fenced } from '../../render/markdown.ts';
import { fenceName } from './anchor.ts';
import { fencesIn } from './fence.ts';

/** The language of an answer file, as programs that show Markdown know it. */
export function fenceLanguage(file: string, format: AnswerFormat): string {
  if (format === 'settings') return file.endsWith('.xml') ? 'xml' : 'ini';
  return { manifests: 'yaml', dockerfile: 'dockerfile', shell: 'bash', literal: 'ts', service: 'ts' }[format];
}

/** The text of a cell for an answer: whose it is, and the file in a fence, which is shown as code and is never run. */
export function answerCellText({ spec, folder }: Exercise, index: number, text: string, lang: Lang): string {
  const answer = spec.answers[index];
  if (!answer) return '';
  const info = `${fenceLanguage(answer.file, answer.format)} ${fenceName(folder, answer.file)}`;
  return `${labelOf(spec.number, answer.file, lang)}\n\n${fenced(text, info)}`;
}

const label: Text = { es: '**Tu respuesta al ejercicio {number}**', en: '**Your answer to exercise {number}**' };

const labelOf = (number: number, file: string, lang: Lang): string =>
  `${label[lang].replace('{number}', String(number))} · \`${file}\``;

const anyLabel = new RegExp(
  `^(?:${[label.es, label.en].map((one) => one.replaceAll('*', '\\*').replace('{number}', '\\d+')).join('|')}) · \`[^\`]+\`$`,
);

/** The head of a cell for an answer, of whatever exercise and file. */
export const isLabel = (line: string): boolean => anyLabel.test(line.trim());

/** What a cell for an answer holds. */
export interface AnswerText {
  /** The file; empty where everything was deleted. */
  readonly text: string;
  /** Whatever else somebody wrote around it. */
  readonly around: string;
}

/**
 * Reads a cell for an answer. The fence may be gone, or not closed, or there may be a second one that was pasted inside of it or
 * below: manifests and commands go on in it.
 */
export function readAnswerCell(
  cell: string,
  { number, file, format }: { readonly number: number; readonly file: string; readonly format: AnswerFormat },
): AnswerText {
  const labels = [labelOf(number, file, 'es'), labelOf(number, file, 'en')];
  const lines = cell
    .split('\n')
    .filter((line, index) => !labels.includes(line.trim()) && !(index === 0 && /^\s*%%/.test(line)));
  const fences = fencesIn(lines).filter(({ text }) => text.trim() !== '');
  const [first, ...others] = fences;
  if (!first) return { text: ended(lines.filter((line) => !/^\s*(?:`{3,}|~{3,})/.test(line)).join('\n')), around: '' };
  const joins = format === 'manifests' || format === 'shell';
  const used = joins ? fences : [first];
  const left = joins ? [] : others.map(({ text }) => text);
  const outside = lines.filter((_, at) => !fences.some(({ from, to }) => at >= from && at < to));
  return {
    text: ended(used.map(({ text }) => withoutOpening(text)).join(format === 'manifests' ? '\n---\n' : '\n')),
    around: [outside.filter((line) => !/^\s*(?:`{3,}|~{3,})\s*$/.test(line)).join('\n'), ...left].join('\n').trim(),
  };
}

/** A fence pasted inside of the fence. */
const withoutOpening = (text: string): string => text.replace(/^\s*(?:`{3,}|~{3,})[\w ./-]*\n/, '');

/** What nbgrader leaves in a cell that it has emptied is no answer. */
const isEmpty = (text: string): boolean => /^\s*(?:YOUR ANSWER HERE\s*)?$/.test(text);

/** Without the line ends at its end; a pattern would look for them from each of them. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

const ended = (text: string): string => (isEmpty(text) ? '' : `${withoutEnd(text)}\n`);
