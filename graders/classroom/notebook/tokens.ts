import type { Cell } from './cells.ts';
import { type Fence, fencesIn, languageOf } from './fence.ts';
import { asCommands, type Language, languageFor, loose } from './languages.ts';

/** A line of prose, or a piece of code, of a cell. */
export type Token =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'code'; readonly language: Language; readonly name: string | undefined; readonly text: string };

/** What of a cell is prose and what is code, however it was written: in fences, after a magic, as comments, in quotes. */
export function tokensOf(cell: Cell): readonly Token[] {
  const lines = cell.text.split('\n');
  if (cell.kind !== 'code') return tokensIn(lines, false);
  const first = lines.findIndex((line) => line.trim() !== '');
  const [, magic, args = ''] = /^\s*%%(\w+|!)\s*(.*)$/.exec(lines[first] ?? '') ?? [];
  const rest = lines.slice(first + 1);
  if (lines.every((line) => /^\s*(?:#|$)/.test(line)))
    return tokensIn(
      lines.map((line) => line.replace(/^\s*#+ ?/, '')),
      false,
    );
  if (magic === undefined) return tokensIn(withoutQuotes(lines), true);
  if (/^(?:markdown|md|html|latex)$/.test(magic)) return tokensIn(rest, false);
  if (/^(?:capture|time|timeit)$/.test(magic)) return tokensIn(withoutQuotes(rest), true);
  const isFile = /^(?:writefile|file)$/.test(magic);
  const name = isFile ? baseOf(args.split(/\s+/).at(-1) ?? '') : undefined;
  const tag = magic === '!' || magic === 'script' ? 'shell' : isFile ? '' : magic;
  return [codeToken(tag, name, rest.join('\n'))];
}

export const baseOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/^['"]|['"]$/g, '');

function codeToken(tag: string, name: string | undefined, text: string): Token {
  const language = languageFor(tag, text);
  return { kind: 'code', language, name, text: language === 'shell' ? asCommands(text) : text };
}

function tokensIn(lines: readonly string[], inCode: boolean): readonly Token[] {
  const fences = new Map(fencesIn(lines).map((fence) => [fence.from, fence]));
  const tokens: Token[] = [];
  for (let at = 0; at < lines.length; ) {
    const fence = fences.get(at);
    const end = fence ? fence.to : looseEnd(lines, at, inCode, fences);
    if (fence) tokens.push(...fencedTokens(fence));
    else if (end > at) tokens.push(looseToken(lines.slice(at, end)));
    else tokens.push({ kind: 'line', text: lines[at] ?? '' });
    at = Math.max(end, at + 1);
  }
  return tokens;
}

function fencedTokens({ info, text }: Fence): readonly Token[] {
  const name = info.split(/\s+/).find((word, index) => index > 0 && /\w[.\w-]*$/.test(word));
  const tag = languageOf(info);
  // A fence without a language, or of Markdown, may as well hold an answer in words.
  const isProse = /^(?:|text|txt|plaintext|markdown|md)$/.test(tag) && languageFor('', text) === 'other';
  if (isProse) return text.split('\n').map((line) => ({ kind: 'line', text: line }));
  return [codeToken(tag, name && baseOf(name.replace(/^\w+=/, '')), text)];
}

const looseToken = (lines: readonly string[]): Token =>
  codeToken(loose.find(({ begins }) => begins.test(lines[0] ?? ''))?.tag ?? '', undefined, lines.join('\n').trimEnd());

/** Where code that begins at a line, in no fence, ends; the line itself where none does. */
function looseEnd(lines: readonly string[], at: number, inCode: boolean, fences: ReadonlyMap<number, Fence>): number {
  const line = lines[at] ?? '';
  const kind = loose.find(({ begins, onlyInCode }) => (inCode || !onlyInCode) && begins.test(line));
  if (!kind) return at;
  let end = at + 1;
  while (end < lines.length && !fences.has(end) && !opensExercise(lines[end] ?? '')) {
    const next = lines[end] ?? '';
    if (!kind.goesOn(next, lines[end - 1] ?? '')) break;
    end++;
  }
  return end;
}

/** A comment or a heading that begins the answer to another exercise ends what stands before it. */
const opensExercise = (line: string): boolean => {
  const head = line.slice(0, 200);
  return (
    /^[\s#/*]*(?:ejercicio|exercise|pregunta|question|respuesta|answer)\s*n?[.º°]?\s*\d+/i.test(head) ||
    /^#+\s*\d+\s*[.):-]/.test(head)
  );
};

const quoted = /^\s*(?:(\w+)\s*=\s*)?(?:print\s*\(\s*)?[rRfFbBuU]?("""|''')(.*)$/;
const shortly = /^\s*(?:(\w+)\s*=\s*|print\s*\(\s*)[rRfFbBuU]?("|')(.*)\2[\s)]*$/;

/** Answers that were put into texts of Python, so that the cell can be run; the name of the variable says which one it is. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    if (open !== undefined) {
      const end = line.indexOf(open);
      out.push(end < 0 ? line : line.slice(0, end));
      if (end >= 0) open = undefined;
      continue;
    }
    const [, variable, marks = '', rest = ''] = quoted.exec(line) ?? shortly.exec(line) ?? [];
    if (marks === '') out.push(line);
    else {
      const end = marks.length === 3 ? rest.indexOf(marks) : rest.length;
      out.push(...(variable === undefined ? [] : [nameOf(variable)]), end < 0 ? rest : rest.slice(0, end));
      if (end < 0) open = marks;
    }
  }
  return out;
}

/** `respuesta_3` as a person would head the answer. */
function nameOf(variable: string): string {
  const number = /(\d{1,3})$/.exec(variable)?.[1];
  return number === undefined ? '' : `Ejercicio ${number}:`;
}
