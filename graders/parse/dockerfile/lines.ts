import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { type Heredoc, type HeredocMark, heredocMarks } from './heredoc.ts';
import { type Seam, Written } from './written.ts';

/** `# escape=\``: a comment that Docker obeys. Only the first lines of a file hold them. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
  readonly valueAt: Span;
}

export interface Comment {
  /** Without the `#` and the blanks around. */
  readonly text: string;
  readonly at: Span;
}

/** One instruction with its continuation lines joined, and the bodies of its heredocs. */
export interface Statement {
  readonly line: Written;
  readonly heredocs: readonly Heredoc[];
  /** A heredoc whose terminator never comes. */
  readonly unclosed?: HeredocMark;
  /** Blank lines between continuation lines. */
  readonly emptyLines: readonly Span[];
  /** From the keyword to the end of the last line, heredoc terminators included. */
  readonly at: Span;
}

export interface Lines {
  readonly escapeChar: string;
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly statements: readonly Statement[];
}

/**
 * Splits a Dockerfile as BuildKit does: parser directives, comments, joined continuation lines, heredocs.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function splitLines(source: Source): Lines {
  return new Splitter(source).split();
}

/**
 * Bytes of a line that BuildKit reads, its end not counted.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/parser/parser.go (handleScannerError)
 */
export const longestLine = 65_535;

/** The first line that is too long to be read. */
export function tooLongLine({ path, text }: Source): Span | undefined {
  if (text.length * 3 <= longestLine) return undefined;
  const line = physicalLines(text).find((one) => bytesOf(one.text) > longestLine);
  return line && { path, from: line.from, to: line.from + line.text.length };
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The directives of a Dockerfile. @see https://docs.docker.com/reference/dockerfile/#parser-directives */
const directiveNames: readonly string[] = ['syntax', 'escape', 'check'];

interface PhysicalLine {
  readonly text: string;
  readonly from: number;
}

class Splitter {
  private readonly lines: readonly PhysicalLine[];
  private readonly comments: Comment[] = [];
  private next = 0;

  constructor(private readonly source: Source) {
    this.lines = physicalLines(source.text);
  }

  split(): Lines {
    const directives = this.directives();
    const written = directives.find(({ name }) => name === 'escape')?.value;
    const escapeChar = written === '`' ? '`' : '\\';
    const statements: Statement[] = [];
    while (this.next < this.lines.length) {
      const statement = this.statement(escapeChar);
      if (statement) statements.push(statement);
    }
    return { escapeChar, directives, comments: this.comments, statements };
  }

  private directives(): Directive[] {
    const directives: Directive[] = [];
    for (; this.next < this.lines.length; this.next++) {
      const { text, from } = this.lines[this.next] as PhysicalLine;
      const match = /^(\s*#\s*)([a-zA-Z][a-zA-Z0-9]*)(\s*=\s*)(.+?)\s*$/.exec(text);
      const [, lead = '', name = '', equals = '', value = ''] = match ?? [];
      // A comment that only looks like a directive ends them, as any other comment does.
      if (!directiveNames.includes(name.toLowerCase())) break;
      const start = from + lead.length + name.length + equals.length;
      const at = this.span(from + lead.indexOf('#'), start + value.length);
      this.comments.push(comment(this.source, at));
      directives.push({ name: name.toLowerCase(), value, at, valueAt: this.span(start, start + value.length) });
    }
    return directives;
  }

  /**
   * Reads from the next line on; undefined for a blank line or a comment. A lone escape character that nothing follows is a
   * statement without a word.
   */
  private statement(escapeChar: string): Statement | undefined {
    const first = this.take();
    if (this.comment(first) || first.text.trim() === '') return undefined;
    const joined = this.join(first, escapeChar);
    const heredocs = mayHaveHeredocs(joined.line.text) ? heredocMarks(joined.line) : [];
    return { ...joined, ...this.bodies(heredocs, joined.at) };
  }

  private join(first: PhysicalLine, escapeChar: string) {
    const seams: Seam[] = [];
    const emptyLines: Span[] = [];
    let text = '';
    const add = ({ text: piece, from }: PhysicalLine): boolean => {
      const { kept, continues } = trimContinuation(piece, escapeChar);
      seams.push({ index: text.length, offset: from });
      text += kept;
      return continues;
    };
    let continues = add(first);
    while (continues && this.next < this.lines.length) {
      const line = this.take();
      if (this.comment(line)) continue;
      if (line.text.trim() === '') emptyLines.push(this.span(line.from, line.from + line.text.length));
      else continues = add(line);
    }
    const line = new Written(this.source.path, text, seams).trim();
    return { line, emptyLines, at: line.span() };
  }

  private bodies(marks: readonly HeredocMark[], at: Span): Pick<Statement, 'heredocs' | 'at' | 'unclosed'> {
    const heredocs: Heredoc[] = [];
    let end = at.to;
    for (const mark of marks) {
      const body = this.body(mark);
      if (!body) return { heredocs, at, unclosed: mark };
      heredocs.push(body.heredoc);
      end = body.end;
    }
    return { heredocs, at: { ...at, to: end } };
  }

  private body(mark: HeredocMark): { heredoc: Heredoc; end: number } | undefined {
    const from = this.lines[this.next]?.from ?? this.source.text.length;
    let content = '';
    while (this.next < this.lines.length) {
      const line = this.take();
      const text = mark.chomp ? line.text.replace(/^\t+/, '') : line.text;
      if (text === mark.name) {
        const bodyAt = this.span(from, Math.max(from, line.from - 1));
        return { heredoc: { ...mark, content, bodyAt }, end: line.from + line.text.length };
      }
      content += `${text}\n`;
    }
    return undefined;
  }

  private comment({ text, from }: PhysicalLine): boolean {
    const indent = /^\s*(?=#)/.exec(text)?.[0];
    if (indent === undefined) return false;
    this.comments.push(comment(this.source, this.span(from + indent.length, from + text.trimEnd().length)));
    return true;
  }

  private take(): PhysicalLine {
    const line = this.lines[this.next] as PhysicalLine;
    this.next++;
    return line;
  }

  private span(from: number, to: number): Span {
    return { path: this.source.path, from, to };
  }
}

function comment(source: Source, at: Span): Comment {
  return { text: source.text.slice(at.from + 1, at.to).trim(), at };
}

/** Lines without their ends; a byte order mark at the beginning is skipped. */
function physicalLines(text: string): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  while (from < text.length) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    lines.push({ text: text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end), from });
    from = end + 1;
  }
  return lines;
}

/** A line goes on when it ends in one escape character, with or without blanks after it. */
function trimContinuation(text: string, escapeChar: string): { kept: string; continues: boolean } {
  const end = text.trimEnd();
  const continues = end.endsWith(escapeChar) && !end.endsWith(escapeChar + escapeChar);
  return continues ? { kept: end.slice(0, -1), continues } : { kept: text, continues };
}

function mayHaveHeredocs(line: string): boolean {
  return /^(?:onbuild\s+)?(?:add|copy|run)(?=\s)/i.test(line);
}
