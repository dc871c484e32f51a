import { isLabel } from './answer-cell.ts';
import type { Cell } from './cells.ts';
import type { Language } from './languages.ts';
import { afterQuestion, isHeader, isQuestion, isStep, isSteps, type Marker, markerOf } from './markers.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A part of an answer that somebody wrote into a cell of their own. */
export type Piece = PieceBase & ({ readonly kind: 'prose' } | CodePiece);

interface PieceBase {
  /** Number of the cell. */
  readonly cell: number;
  /** Number of the exercise it answers; undefined where nothing says it. */
  readonly exercise: number | undefined;
  readonly text: string;
}

interface CodePiece {
  readonly kind: 'code';
  readonly language: Language;
  /** The file it says to be. */
  readonly name: string | undefined;
}

interface ReadCell {
  readonly cell: Cell;
  /** What may be answers. */
  readonly before: readonly Token[];
  /** The questions, or heads without anything below, that it ends with. */
  readonly asks: readonly Marker[];
  /** The exercise that the cell before it, one of Timonel's own, belongs to. */
  readonly within: number | undefined;
}

/** A cell nobody but its author wrote, and which exercise it stands in where the notebook is one of ours. */
export interface FreeCell {
  readonly cell: Cell;
  readonly within?: number | undefined;
}

/**
 * Which exercise each part of a notebook answers. Questions (of the statement, or repeated above an answer) say which one is
 * meant, and so do heads like `4.`, `### Ejercicio 4` and `respuesta_4 = """`. A list inside of an answer has numbers as well:
 * what heads answers is the form of the first head after the questions, its numbers only grow, and they are numbers that
 * those questions have. What stands before the first question or head is the course's own text.
 * @param known numbers of the exercises
 */
export function piecesOf(cells: readonly FreeCell[], known: ReadonlySet<number>): readonly Piece[] {
  const read = cells.map(({ cell, within }): ReadCell => {
    const tokens = tokensOf(cell);
    return { cell, ...partsOf(tokens), within };
  });
  const areAsked = read.some(
    ({ before, asks }) =>
      asks.some(({ isQuestion }) => isQuestion) || before.some((token) => markerIn(token)?.isQuestion),
  );
  const walker = new Walker(known, areAsked);
  for (const group of groupsOf(read)) walker.group(group);
  return walker.pieces;
}

/** Cells of answers with the questions before them. */
interface Group {
  readonly asked: readonly Marker[];
  readonly cells: readonly ReadCell[];
}

function groupsOf(cells: readonly ReadCell[]): readonly Group[] {
  const groups: { asked: Marker[]; cells: ReadCell[] }[] = [{ asked: [], cells: [] }];
  for (const cell of cells) {
    const { before, asks } = cell;
    if (before.some(({ text }) => text.trim() !== '')) groups.at(-1)?.cells.push(cell);
    const last = groups.at(-1);
    if (asks.length > 0 && last?.cells.length === 0) last.asked.push(...asks);
    else if (asks.length > 0) groups.push({ asked: [...asks], cells: [] });
  }
  return groups;
}

/**
 * What of a cell may be answers, and the questions it ends with: all of it where it holds nothing else; otherwise from two
 * questions on, as one alone may have been repeated by whoever answers it in the next cell.
 */
function partsOf(tokens: readonly Token[]): Pick<ReadCell, 'before' | 'asks'> {
  let asks: Marker[] = [];
  let start = tokens.length;
  let steps = false;
  for (const [index, token] of tokens.entries()) {
    const { kind, text } = token;
    const marker = markerIn(token);
    if (kind === 'line' && (text.trim() === '' || isHeader(text) || (/^#{1,6}\s/.test(text) && !/\d/.test(text))))
      continue;
    if (marker && (marker.isQuestion || marker.rest === '') && afterQuestion(marker.rest) === '') {
      if (asks.length === 0) start = index;
      asks.push(marker);
      steps = false;
    } else if (kind === 'line' && isSteps(text)) steps = asks.length > 0;
    else if (
      kind === 'code' ||
      (!(steps && isStep(text)) && !(asks.length > 0 && isQuestion(text) && afterQuestion(text) === ''))
    ) {
      asks = [];
      start = tokens.length;
      steps = false;
    }
  }
  const isAll = !tokens
    .slice(0, start)
    .some(({ kind, text }) => kind === 'code' || (text.trim() !== '' && !/^#|^\W*$/.test(text) && !isHeader(text)));
  const isTail = asks.filter(({ isQuestion }) => isQuestion).length > 1;
  return asks.length > 0 && (isAll || isTail)
    ? { before: isAll ? [] : tokens.slice(0, start), asks }
    : { before: tokens, asks: [] };
}

class Walker {
  readonly pieces: Piece[] = [];
  private current: number | undefined;
  /** Something of the exercises was seen. */
  private begun = false;
  private lines: string[] = [];
  private cell = 0;
  private kind: Cell['kind'] = 'markdown';

  constructor(
    private readonly known: ReadonlySet<number>,
    /** The notebook has the questions: numbers before the first of them are the course's own. */
    private readonly areAsked: boolean,
  ) {}

  group({ asked, cells }: Group): void {
    const asks = asked.filter(({ number }) => this.known.has(number));
    const questions = asks.filter(({ isQuestion }) => isQuestion);
    const head = asks.at(-1)?.isQuestion === false ? asks.at(-1) : undefined;
    // One question alone says whose the answer below it is.
    this.current = head?.number ?? (questions.length === 1 ? questions[0]?.number : undefined);
    this.begun ||= asks.length > 0;
    const window = questions.length > 0 ? new Set(questions.map(({ number }) => number)) : this.known;
    const first = firstHead(cells, window);
    const form = { level: Math.max(head?.level ?? 1, first?.level ?? 1), indent: first?.indent ?? 0 };
    for (const { cell, before, within } of cells) {
      if (within !== undefined) [this.current, this.begun] = [within, true];
      [this.cell, this.kind] = [cell.number, cell.kind];
      this.walk(before, window, form);
      this.flush();
    }
  }

  private walk(tokens: readonly Token[], window: ReadonlySet<number>, form: Form): void {
    const asksToo = tokens.some((token) => markerIn(token)?.isQuestion);
    let steps = false;
    for (const token of tokens) {
      if (token.kind === 'code') {
        this.code(token);
        steps = false;
        continue;
      }
      const marker = markerIn(token);
      const isHead = marker && this.heads(marker, window, form, asksToo === true);
      if (isHead) {
        this.flush();
        [this.current, this.begun] = [marker.number, true];
        const rest = marker.isQuestion ? afterQuestion(marker.rest) : marker.rest;
        if (rest !== '' && !this.isTitle(token.text, rest)) this.lines.push(rest);
        steps = marker.isQuestion;
      } else if (steps && (isSteps(token.text) || isStep(token.text))) {
        // The steps of the statement, below its question.
      } else {
        if (token.text.trim() !== '') steps = false;
        if (!isHeader(token.text) && !isLabel(token.text))
          this.lines.push(this.isRepeated(token.text) ? afterQuestion(token.text) : token.text);
      }
    }
  }

  /** `### Ejercicio 4: el pod` says nothing about pods. */
  private isTitle(line: string, rest: string): boolean {
    return this.kind === 'markdown' && /^\s*#/.test(line) && rest.length <= 80 && !/[.;?]\s*$/.test(rest);
  }

  /** The question of the statement, right below the head of its answer. */
  private isRepeated(line: string): boolean {
    return line.trim().startsWith('¿') && this.lines.every((before) => before.trim() === '');
  }

  private heads(
    { number, level, indent, isQuestion }: Marker,
    window: ReadonlySet<number>,
    form: Form,
    asks: boolean,
  ): boolean {
    if (!this.known.has(number)) return false;
    if (isQuestion) return true;
    if (!this.begun && this.areAsked && level < 3) return false;
    if (asks || level < form.level) return false;
    if (level === 3) return true;
    const isInside = level === 1 && indent > form.indent;
    return window.has(number) && !isInside && (this.current === undefined || number > this.current);
  }

  private code({ language, name, text }: Extract<Token, { kind: 'code' }>): void {
    const last = this.lines.findLastIndex((line) => line.trim() !== '');
    const said = name ?? nameIn(text, this.lines[last]);
    if (said !== undefined && isOnlyName.test((this.lines[last] ?? '').slice(0, 200))) this.lines.splice(last);
    this.flush();
    if (this.begun && text.trim() !== '')
      this.pieces.push({ kind: 'code', cell: this.cell, exercise: this.current, language, name: said, text });
  }

  private flush(): void {
    const text = withoutMarks(this.lines);
    this.lines = [];
    if (this.begun && /[\p{L}\p{N}]/u.test(text))
      this.pieces.push({ kind: 'prose', cell: this.cell, exercise: this.current, text });
  }
}

const markerIn = ({ kind, text }: Token): Marker | undefined => (kind === 'line' ? markerOf(text) : undefined);

/** What heads look like; what is less plain, or indented further, is a list inside of an answer. */
interface Form {
  readonly level: number;
  readonly indent: number;
}

function firstHead(cells: readonly ReadCell[], window: ReadonlySet<number>): Marker | undefined {
  for (const { before } of cells)
    for (const token of before) {
      const marker = markerIn(token);
      if (marker && !marker.isQuestion && (marker.level === 3 || window.has(marker.number))) return marker;
    }
  return undefined;
}

const fileName = /(?:^|[\s`'"(/])([\w-]+\.(?:ya?ml|ts|js|sh|xml|cfg|json)|Dockerfile)\b/;

/** A line that does nothing but name the file below it. */
const isOnlyName = /^[\s#/*`>-]*(?:en |in )?[\s`'"*]*(?:[\w./-]+\.\w+|Dockerfile)[\s`'"*]*:?\s*$/i;

/** A file that the comment at the head of some code names, or the last line before it. */
function nameIn(text: string, before = ''): string | undefined {
  const comment = /^\s*(?:#|\/\/)(?!!)\s*(.*)/.exec(text.slice(0, 1_000))?.[1] ?? '';
  const isName = comment.split(/\s+/).length <= 3 ? fileName.exec(comment)?.[1] : undefined;
  return isName ?? (before.length <= 80 ? fileName.exec(before)?.[1] : undefined);
}

/** Lines that are all comments of a cell of code are prose without their sign. */
function withoutMarks(lines: readonly string[]): string {
  const written = lines.filter((line) => line.trim() !== '');
  const areComments = written.length > 0 && written.every((line) => /^\s*(?:#|\/\/)/.test(line));
  const bare = areComments ? lines.map((line) => line.replace(/^\s*(?:#+|\/\/) ?/, '')) : lines;
  return bare
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
